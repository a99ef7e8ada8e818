import { PGlite } from "@electric-sql/pglite";
import type { UIMessage } from "ai";
import { and, asc, desc, eq, lt } from "drizzle-orm";
import { json, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/pglite";
import type { Context } from "hono";
import { z } from "zod";
import { answer, bodyOf, type Env, notThere, startApp } from "./kit.ts";
import { message } from "./schemas.ts";

/** What is wrong with it, if something is, and the checks that must notice it. */
export const vercelChatbotMistakes = {
  "history-of-everyone": ["isolation"],
  "history-open": ["gate-threads"],
  "history-of-user-in-query": ["identity"],
  "messages-of-any-chat": ["ownership"],
  "delete-any-chat": ["ownership"],
  "chat-into-any-chat": ["ownership"],
  "chat-open": ["gate-chat"],
  "delete-from-any-site": ["origin"],
  "body-unchecked": ["origin", "input"],
  "answer-stored-by-its-reader": ["kept-answer"],
} as const;

type Mistake = keyof typeof vercelChatbotMistakes;

const chats = pgTable("chat", {
  id: uuid("id").primaryKey(),
  userId: text("user_id").notNull(),
  createdAt: timestamp("created_at").notNull().defaultNow(),
});
const messages = pgTable("message", {
  id: text("id").primaryKey(),
  chatId: uuid("chat_id").notNull(),
  role: text("role").notNull(),
  parts: json("parts").notNull(),
  createdAt: timestamp("created_at").notNull().defaultNow(),
});

/** A chat app on PostgreSQL's types, whose first question makes the chat, under an id that the browser chooses. */
export async function startVercelChatbot(mistake?: Mistake) {
  const has = (one: Mistake) => mistake === one;
  const client = new PGlite();
  const db = drizzle(client);
  await client.exec(`
    create table chat (id uuid primary key, user_id text not null, created_at timestamp not null default clock_timestamp());
    create table message (id text primary key, chat_id uuid not null, role text not null, parts json not null,
      created_at timestamp not null default clock_timestamp());
  `);
  const find = async (id: string) => (await db.select().from(chats).where(eq(chats.id, id)))[0];
  const keep = (chatId: string, { id, role, parts }: Pick<UIMessage, "id" | "role" | "parts">) =>
    db.insert(messages).values({ id, chatId, role, parts }).onConflictDoNothing();

  const running = await startApp(
    (app, { signedIn, ownOrigin }) => {
      async function owned(c: Context<Env>, id: string | undefined, isAnybodys: boolean) {
        const chat = z.uuid().safeParse(id).success ? await find(id ?? "") : undefined;
        if (!chat || (chat.userId !== c.get("userId") && !isAnybodys)) throw notThere();
        return chat;
      }
      app.post("*", ownOrigin);
      if (!has("delete-from-any-site")) app.delete("*", ownOrigin);
      if (has("chat-open"))
        app.post("/api/chat", async (c, next) => {
          if (!c.req.header("cookie")?.includes("session_token")) return answer();
          return next();
        });
      if (has("history-open"))
        app.get("/api/history", (c, next) =>
          c.req.header("cookie") ? next() : c.json({ chats: [], hasMore: false }),
        );
      app.use("/api/*", signedIn);

      app.get("/api/history", async (c) => {
        const limit = Math.min(Number(c.req.query("limit")) || 20, 50);
        const before = c.req.query("ending_before");
        const from = before === undefined ? undefined : await owned(c, before, false);
        const userId = (has("history-of-user-in-query") && c.req.query("userId")) || c.get("userId");
        const rows = await db
          .select()
          .from(chats)
          .where(
            and(
              has("history-of-everyone") ? undefined : eq(chats.userId, userId),
              from && lt(chats.createdAt, from.createdAt),
            ),
          )
          .orderBy(desc(chats.createdAt))
          .limit(limit + 1);
        return c.json({
          chats: rows.slice(0, limit).map(({ id }) => ({ id })),
          hasMore: rows.length > limit,
        });
      });
      app.get("/api/messages", async (c) => {
        const chat = await owned(c, c.req.query("chatId"), has("messages-of-any-chat"));
        const rows = await db
          .select()
          .from(messages)
          .where(eq(messages.chatId, chat.id))
          .orderBy(asc(messages.createdAt));
        return c.json(rows.map(({ id, role, parts }) => ({ id, role, parts })));
      });
      app.post("/api/chat", async (c) => {
        const body: z.infer<typeof question> = has("body-unchecked")
          ? await c.req.json()
          : await bodyOf(c, question);
        const chat = await find(body.id);
        if (chat) await owned(c, chat.id, has("chat-into-any-chat"));
        else await db.insert(chats).values({ id: body.id, userId: c.get("userId") });
        await keep(body.id, body.message);
        return answer((said) => (has("answer-stored-by-its-reader") ? undefined : keep(body.id, said)));
      });
      app.delete("/api/chat", async (c) => {
        const chat = await owned(c, c.req.query("id"), has("delete-any-chat"));
        await db.delete(messages).where(eq(messages.chatId, chat.id));
        await db.delete(chats).where(eq(chats.id, chat.id));
        return c.json({ id: chat.id });
      });
    },
    { isBare: true },
  );
  return {
    ...running,
    async stop() {
      await running.stop();
      await client.close();
    },
  };
}

const question = z.object({ id: z.uuid(), message });
