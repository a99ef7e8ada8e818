import type { Check } from "../check";
import { threadIds } from "../thread-ids";

export const ownThreadsOnly: Check = {
  name: "list",
  title: "The list holds your own threads only",
  promise: "`/api/threads` returns the threads of the user who asks, and no others.",
  covers: ["gate-threads", "isolation"],
  page: "scope-threads-by-user",
  async run(client, found) {
    const { alice, bob } = client;
    const { answer, id } = await client.makeThread(alice);
    found.need(answer, [201], "Alice makes a thread.");

    const hers = await client.send(alice, "GET", "/api/threads");
    found.judge(hers, threadIds(hers).includes(id), {
      right: "It is in Alice’s list: her id is in the `where`.",
      wrong: "It is not in Alice’s list.",
    });
    const his = await client.send(bob, "GET", "/api/threads");
    found.judge(his, his.status === 200 && !threadIds(his).includes(id), {
      right: "It is not in Bob’s.",
      wrong: "Bob’s list has Alice’s thread.",
    });
    found.expect(await client.send(alice, "GET", "/api/threads", { pretend: "no-cookie" }), [401], {
      right: "Nobody is signed in: there is no list.",
      wrong: "Nobody is signed in, and there is a list.",
    });
    found.expect(await client.send(alice, "GET", "/api/threads", { pretend: "forged-cookie" }), [401], {
      right: "A cookie that nobody signed opens no list.",
      wrong: "A cookie that nobody signed opens a list.",
    });
  },
};
