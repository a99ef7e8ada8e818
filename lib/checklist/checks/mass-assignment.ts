import type { Check } from "../check";
import { thread } from "../client";

/** What an app may call the owner. */
const ownerFields = ["userId", "user_id"];

export const massAssignment: Check = {
  name: "mass-assignment",
  title: "No field moves a thread to another user",
  promise: "What a client may change is named. An owner or an id in the body changes neither.",
  covers: ["mass-assignment"],
  page: "scope-threads-by-user",
  async run(client, found) {
    const { alice, bob } = client;
    const made = await client.makeThread(alice, { userId: bob.id });
    const seen = made.id ? await client.send(alice, "GET", thread(made.id)) : undefined;
    found.judge(made.answer, !seen || seen.status === 200, {
      right: `A new thread with \`userId\` ${bob.id} in its body: ${seen ? "ignored" : "refused"}.`,
      wrong: `A new thread with \`userId\` ${bob.id} in its body was not its maker’s.`,
    });
    if (seen) {
      found.expect(seen, [200], { right: "The thread is Alice’s.", wrong: "The thread is not Alice’s." });
    }

    for (const field of [...ownerFields, "id"]) {
      const own = await client.makeThread(alice);
      found.need(own.answer, [201], "Alice makes a thread.");
      const value = field === "id" ? crypto.randomUUID() : bob.id;
      const body = { title: "Moved", [field]: value };
      const patched = await client.send(alice, "PATCH", thread(own.id), { body });
      const seen = await client.send(alice, "GET", thread(own.id));
      const stays = seen.status === 200;
      if (!stays && field === "id") client.remember(value, alice);

      const change = field === "id" ? "another id" : `\`${field}\` ${value}`;
      found.judge(patched, stays, {
        right: `A change with ${change} in its body: ${patched.status < 300 ? "ignored" : "refused"}.`,
        wrong: `A change with ${change} in its body moved the thread.`,
      });
      found.expect(seen, [200], {
        right: "The thread is where it was.",
        wrong: "Alice’s thread is no longer hers.",
      });
    }
  },
};
