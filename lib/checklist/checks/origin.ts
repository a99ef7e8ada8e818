import type { Check } from "../check";
import { thread } from "../client";

export const origin: Check = {
  name: "origin",
  title: "Another site cannot write",
  promise:
    "A write that another site’s page has a user’s browser send is refused, although the cookie comes with it.",
  covers: ["origin"],
  page: "persist-threads-and-messages",
  async run(client, found) {
    const { alice } = client;
    const { answer, id } = await client.makeThread(alice);
    found.need(answer, [201], "From the app’s own page, Alice may make a thread.");
    const before = await client.send(alice, "GET", thread(id));
    found.need(before, [200], "This is how it looks.");

    const pretend = "foreign-origin";
    const attempts = [
      { answer: (await client.makeThread(alice, {}, pretend)).answer, what: "make a thread" },
      {
        answer: await client.send(alice, "PATCH", thread(id), { body: { title: "Not hers" }, pretend }),
        what: "rename one",
      },
      {
        answer: await client.writeMessage(alice, id, crypto.randomUUID(), pretend),
        what: "write a message",
      },
      { answer: await client.send(alice, "DELETE", thread(id), { pretend }), what: "delete a thread" },
      { answer: await client.ask(alice, pretend), what: "ask the model" },
    ];
    for (const { answer, what } of attempts) {
      found.expect(answer, [401, 403], {
        right: `The cookie is good, the origin is not: another site cannot ${what}.`,
        wrong: `Another site can ${what} with Alice’s cookie.`,
      });
    }

    const after = await client.send(alice, "GET", thread(id));
    found.judge(after, JSON.stringify(after.json) === JSON.stringify(before.json), {
      right: "The thread is as it was.",
      wrong: "The thread is no longer as it was.",
    });
  },
};
