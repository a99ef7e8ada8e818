import Database from "better-sqlite3";
import type { Context } from "hono";
import { z } from "zod";
import { answer, bodyOf, type Env, notThere, startApp } from "./kit.ts";
import { type Message, message, threadId, title } from "./schemas.ts";

/** What is wrong with it, if something is, and the checks that must notice it. */
export const jsonColumnMistakes = {
  "list-of-everyone": ["isolation", "pages"],
  "list-open": ["gate-threads"],
  "list-of-user-in-header": ["identity"],
  "read-by-id": ["ownership"],
  "put-by-id": ["ownership"],
  "delete-by-id": ["ownership"],
  "put-sets-the-owner": ["mass-assignment"],
  "put-from-any-site": ["origin"],
  "chat-open": ["gate-chat", "sign-out"],
  "body-unchecked": ["input"],
} as const;

type Mistake = keyof typeof jsonColumnMistakes;

interface Row {
  id: string;
  user_id: string;
  title: string;
  messages: string;
}

interface Changes {
  title?: string;
  messages?: Message[];
  userId?: string;
}

/** A chat app that keeps the whole conversation in one JSON column. The browser stores it with `PUT`. */
export function startJsonColumn(mistake?: Mistake) {
  const has = (one: Mistake) => mistake === one;
  const db = new Database(":memory:");
  db.exec(
    "create table thread (id text primary key, user_id text not null, title text not null, messages text not null)",
  );
  const all = () => db.prepare<[], Row>("select * from thread").all();
  const find = (id: string) => db.prepare<[string], Row>("select * from thread where id = ?").get(id);

  const fields = { title: title.optional(), messages: z.array(message).optional() };
  const changes: z.ZodType<Changes> = has("put-sets-the-owner")
    ? z.strictObject({ ...fields, userId: z.string().optional() })
    : z.strictObject(fields);

  return startApp(
    (app, { signedIn, ownOrigin }) => {
      function owned(c: Context<Env>, isAnybodys = false): Row {
        const thread = find(c.req.param("id") ?? "");
        if (!thread || (thread.user_id !== c.get("userId") && !isAnybodys)) throw notThere();
        return thread;
      }
      if (!has("put-from-any-site")) app.put("/api/threads/:id", ownOrigin);
      app.post("*", ownOrigin);
      app.delete("*", ownOrigin);
      if (!has("chat-open")) app.use("/api/chat", signedIn);
      if (has("list-open"))
        app.get("/api/threads", (c, next) => (c.req.header("cookie") ? next() : c.json({ threads: [] })));
      app.use("/api/threads/*", signedIn);

      app.get("/api/threads", (c) => {
        const userId = (has("list-of-user-in-header") && c.req.header("x-user-id")) || c.get("userId");
        const rows = all().filter((row) => has("list-of-everyone") || row.user_id === userId);
        return c.json({ threads: rows.map(({ id, title }) => ({ id, title })) });
      });
      app.post("/api/threads", async (c) => {
        const id = crypto.randomUUID();
        const body = await bodyOf(c, z.strictObject({ title }));
        db.prepare("insert into thread values (?, ?, ?, '[]')").run(id, c.get("userId"), body.title);
        return c.json({ thread: { id } }, 201);
      });
      app.get("/api/threads/:id", (c) => {
        const { id, title, messages } = owned(c, has("read-by-id"));
        return c.json({ id, title, messages: JSON.parse(messages) });
      });
      app.put("/api/threads/:id", async (c) => {
        const { id, ...before } = owned(c, has("put-by-id"));
        const body = has("body-unchecked") ? ((await c.req.json()) as Changes) : await bodyOf(c, changes);
        const owner = has("put-sets-the-owner") && body.userId ? body.userId : before.user_id;
        const messages = body.messages ? JSON.stringify(body.messages) : before.messages;
        db.prepare("update thread set user_id = ?, title = ?, messages = ? where id = ?").run(
          owner,
          body.title ?? before.title,
          messages,
          id,
        );
        return c.json({ id });
      });
      app.delete("/api/threads/:id", (c) => {
        db.prepare("delete from thread where id = ?").run(owned(c, has("delete-by-id")).id);
        return c.body(null, 204);
      });
      app.post("/api/chat", async (c) => {
        await bodyOf(c, z.object({ id: threadId.optional(), messages: z.array(message).min(1) }));
        return answer();
      });
    },
    { isBare: true },
  );
}
