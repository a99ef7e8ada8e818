import type { Check } from "../check";
import { type Client, thread } from "../client";

export const ownership: Check = {
  name: "ownership",
  title: "Another user’s thread is out of reach",
  promise: "To read, rename, delete or write to a thread takes its owner. To anybody else it is not there.",
  covers: ["ownership", "message-overwrite"],
  page: "persist-threads-and-messages",
  async run(client, found) {
    const { alice, bob } = client;
    const { answer, id } = await client.makeThread(alice);
    found.need(answer, [201], "Alice makes a thread.");
    const messageId = crypto.randomUUID();
    const written = await client.writeMessage(alice, id, messageId);
    found.need(written, [200, 201], "She writes a message into it.");
    const renamed = await client.send(alice, "PATCH", thread(id), { body: { title: "Alice’s own" } });
    found.need(renamed, [200], "She gives it a title.");
    const before = await view(client, id);
    for (const seen of before) found.need(seen, [200], "Alice sees it.");

    const attempts = [
      { answer: await client.send(bob, "GET", thread(id)), what: "read the thread" },
      { answer: await client.send(bob, "GET", `${thread(id)}/messages`), what: "read its messages" },
      {
        answer: await client.send(bob, "PATCH", thread(id), { body: { title: "Bob’s now" } }),
        what: "rename it",
      },
      { answer: await client.writeMessage(bob, id, crypto.randomUUID()), what: "write into it" },
      { answer: await client.send(bob, "DELETE", thread(id)), what: "delete it" },
    ];
    for (const { answer, what } of attempts) {
      found.expect(answer, [403, 404], {
        right: `Bob knows the id, and cannot ${what}.`,
        wrong: `Bob could ${what}, by its id alone.`,
      });
    }

    const own = await client.makeThread(bob);
    found.need(own.answer, [201], "Bob makes a thread of his own.");
    const copied = await client.writeMessage(bob, own.id, messageId);
    found.expect(copied, [200, 201, 404, 409], {
      right: "Into that he may write. He gives his message the id of Alice’s.",
      wrong: "His message with the id of Alice’s was not answered as one of his own.",
    });

    const after = await view(client, id);
    for (const [index, seen] of after.entries()) {
      found.judge(seen, textOf(seen.json) === textOf(before[index]?.json), {
        right: "For Alice nothing has changed.",
        wrong: "For Alice it has changed.",
      });
    }
  },
};

/** All that its owner sees of a thread. */
const view = async (client: Client, id: string) => [
  await client.send(client.alice, "GET", thread(id)),
  await client.send(client.alice, "GET", `${thread(id)}/messages`),
];

const textOf = (json: unknown) => JSON.stringify(json);
