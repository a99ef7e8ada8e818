import { z } from "zod";
import { answer, bodyOf, startApp } from "./kit.ts";
import { message, threadId } from "./schemas.ts";

/** What is wrong with it, if something is, and the checks that must notice it. */
export const serverActionsMistakes = {
  "chat-open": ["gate-chat", "sign-out"],
  "chat-asks-for-a-cookie": ["gate-chat", "sign-out"],
  "chat-redirects-strangers": ["gate-chat", "sign-out"],
  "chat-from-any-site": ["origin"],
  "chat-body-unchecked": ["origin", "input"],
} as const;

type Mistake = keyof typeof serverActionsMistakes;

/**
 * A chat app whose threads are changed by server actions. Those have no addresses of their own, so over HTTP it has pages and one route: the chat.
 */
export function startServerActions(mistake?: Mistake) {
  const has = (one: Mistake) => mistake === one;
  return startApp(
    (app, { auth, signedIn, ownOrigin }) => {
      if (!has("chat-from-any-site")) app.use("/api/chat", ownOrigin);
      if (has("chat-asks-for-a-cookie"))
        app.use("/api/chat", (c, next) =>
          c.req.header("cookie")?.includes("session_token") ? next() : Promise.resolve(c.body(null, 401)),
        );
      else if (has("chat-redirects-strangers"))
        app.use("/api/chat", async (c, next) =>
          (await auth.api.getSession({ headers: c.req.raw.headers })) ? next() : c.redirect("/sign-in"),
        );
      else if (!has("chat-open")) app.use("/api/chat", signedIn);

      app.post("/api/chat", async (c) => {
        if (has("chat-body-unchecked")) (await c.req.json()).messages.at(-1).parts.map(String);
        else await bodyOf(c, z.object({ threadId: threadId.optional(), messages: z.array(message).min(1) }));
        return answer();
      });
      app.all("*", async (c) => {
        const session = await auth.api.getSession({ headers: c.req.raw.headers });
        if (!session) return c.redirect("/sign-in");
        return c.html("<h1>Not found</h1>", 404);
      });
    },
    { isBare: true },
  );
}
