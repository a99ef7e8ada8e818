import { convertToModelMessages, simulateReadableStream, streamText, type UIMessage } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import Database from "better-sqlite3";
import { desc, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { startApp } from "./kit.ts";

const threads = sqliteTable("threads", {
  id: text("id").primaryKey(),
  userId: text("user_id").notNull(),
  updatedAt: integer("updated_at").notNull(),
});

/**
 * The short listings with which a reader of better-auth's and assistant-ui's own pages begins, and nothing else: a gate before the chat, and a
 * list with the user in its `where`. Nothing makes a thread, no body is validated, and nobody looks where a write comes from.
 */
export function startSpecListings() {
  const db = drizzle(new Database(":memory:"));
  db.run("create table threads (id text primary key, user_id text not null, updated_at integer not null)");
  return startApp(
    (app, { auth }) => {
      app.post("/api/chat", async (c) => {
        const session = await auth.api.getSession({ headers: c.req.raw.headers });
        if (!session) return new Response("Unauthorized", { status: 401 });

        const { messages }: { messages: UIMessage[] } = await c.req.json();
        const result = streamText({
          model: model(),
          messages: await convertToModelMessages(messages),
          onError: () => {},
        });
        return result.toUIMessageStreamResponse();
      });
      app.get("/api/threads", async (c) => {
        const session = await auth.api.getSession({ headers: c.req.raw.headers });
        if (!session) return new Response(null, { status: 401 });

        const rows = await db
          .select()
          .from(threads)
          .where(eq(threads.userId, session.user.id))
          .orderBy(desc(threads.updatedAt));
        return Response.json(rows);
      });
    },
    { isBare: true },
  );
}

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 1, text: 1, reasoning: undefined },
};

/** A model that says two words. */
const model = () =>
  new MockLanguageModelV4({
    doStream: async () => ({
      stream: simulateReadableStream({
        chunks: [
          { type: "text-start", id: "1" },
          { type: "text-delta", id: "1", delta: "All" },
          { type: "text-delta", id: "1", delta: " well" },
          { type: "text-end", id: "1" },
          { type: "finish", finishReason: { unified: "stop", raw: undefined }, usage },
        ],
      }),
    }),
  });
