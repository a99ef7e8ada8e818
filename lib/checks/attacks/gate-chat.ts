import type { Attack } from "../attack";

export const gateChat = {
  name: "gate-chat",
  promise: "the chat asks for a session",
  page: "gate-the-chat-route",
  lines: `const session = await auth.api.getSession({ headers: await headers() });
if (!session) return new Response("Unauthorized", { status: 401 });`,
  async run(app, found) {
    const strangers = [
      {
        as: "no-cookie",
        right: "Nobody is signed in: the model is not asked.",
        wrong: "Nobody is signed in, and the model was asked all the same, at your cost.",
      },
      {
        as: "forged-cookie",
        right: "There is a cookie, but its signature is not the app’s: no session.",
        wrong: "A cookie that nobody signed will do: nobody looked whether there is a session behind it.",
      },
    ] as const;
    for (const { as, ...meaning } of strangers) {
      const answer = await app.ask({ as });
      app.needRoute(answer);
      found.expect(answer, [401], meaning);
    }
  },
} as const satisfies Attack;
