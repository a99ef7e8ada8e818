import type { Check } from "../check";
import { threadIds } from "../thread-ids";

export const secondUser: Check = {
  name: "second-user",
  title: "A second user sees another list",
  promise: "Two users, signed in side by side, have no thread in common.",
  covers: ["isolation"],
  page: "scope-threads-by-user",
  async run(client, found) {
    const { alice, bob } = client;
    const [ofAlice, ofBob] = [await client.makeThread(alice), await client.makeThread(bob)];
    found.need(ofAlice.answer, [201], "Alice makes a thread.");
    found.need(ofBob.answer, [201], "Bob makes one too, in his own browser.");

    const [hers, his] = [
      await client.send(alice, "GET", "/api/threads"),
      await client.send(bob, "GET", "/api/threads"),
    ];
    const [inHers, inHis] = [threadIds(hers), threadIds(his)];
    const common = inHers.filter((id) => inHis.includes(id));
    found.judge(hers, inHers.includes(ofAlice.id) && !inHers.includes(ofBob.id), {
      right: `Alice’s list: ${inHers.length} threads, the new one among them.`,
      wrong: `Alice’s list ${inHers.includes(ofBob.id) ? "has Bob’s new thread" : "lacks her own new thread"}.`,
    });
    found.judge(his, inHis.includes(ofBob.id) && common.length === 0, {
      right: `The same request from Bob: ${inHis.length} threads, and none of them is in Alice’s list.`,
      wrong: `${common.length} of Bob’s ${inHis.length} threads are in Alice’s list too.`,
    });
  },
};
