import type { Check } from "../check";

export const chatNeedsSession: Check = {
  name: "chat",
  title: "The chat needs a session",
  promise: "`/api/chat` answers 200 to somebody who is signed in, and 401 to everybody else.",
  covers: ["gate-chat", "chat"],
  page: "gate-the-chat-route",
  async run(client, found) {
    const asked = await client.ask(client.alice);
    found.judge(asked, asked.status === 200 && asked.hasWords, {
      right: "Alice is signed in: the model’s words stream in.",
      wrong: "Alice is signed in, and no word of the model came.",
    });
    found.expect(await client.ask(client.alice, "no-cookie"), [401], {
      right: "Nobody is signed in: the model is not asked.",
      wrong: "Nobody is signed in, and the model was asked all the same, at your cost.",
    });
    found.expect(await client.ask(client.alice, "forged-cookie"), [401], {
      right: "There is a cookie, but its signature is not the app’s: no session.",
      wrong: "Any cookie will do: nobody looked whether there is a session behind it.",
    });
  },
};
