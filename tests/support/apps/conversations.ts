import type { Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { answer, bodyOf, type Env, notThere } from "./kit.ts";
import { message, threadId, title } from "./schemas.ts";

/** In what these apps differ. */
export interface Shape {
  threads: string;
  chat: string;
  /** How the list is cut, if it is. */
  pages: "none" | "link" | "cursor";
  /** What another user's thread answers. */
  foreign: 403 | 404;
  /** Where a thread is renamed and deleted. */
  changes: "at its address" | "by an id in the body" | "nowhere";
  hasTitles: boolean;
  messages: "none" | "written and read" | "changed one by one";
}

export const usual: Shape = {
  threads: "/api/threads",
  chat: "/api/chat",
  pages: "none",
  foreign: 404,
  changes: "at its address",
  hasTitles: true,
  messages: "written and read",
};

interface Thread {
  id: string;
  userId: string;
  title: string | null;
  messages: { id: string; role: string; parts: unknown[] }[];
}

const pageSize = 20;

/** A right chat app with its threads in memory, in one of the shapes that such apps have. */
export function conversations(app: Hono<Env>, shape: Shape) {
  const all = new Map<string, Thread>();

  function owned(c: Context<Env>, id = c.req.param("id") ?? ""): Thread {
    const thread = all.get(id);
    if (!thread) throw notThere();
    if (thread.userId === c.get("userId")) return thread;
    throw shape.foreign === 404 ? notThere() : new HTTPException(403, { message: "That is not yours." });
  }
  const rename = (thread: Thread, to: string) => {
    thread.title = to;
    return view(thread);
  };

  app.get(shape.threads, (c) => {
    const own = [...all.values()].filter(({ userId }) => userId === c.get("userId")).map(view);
    const from = own.findIndex(({ id }) => id === c.req.query("cursor")) + 1;
    if (shape.pages === "none") return c.json(own);
    const page = own.slice(from, from + pageSize);
    const next = from + pageSize < own.length ? page.at(-1)?.id : undefined;
    if (shape.pages === "cursor") return c.json({ threads: page, nextCursor: next ?? null });
    if (next) c.header("Link", `<${shape.threads}?cursor=${next}>; rel="next"`);
    return c.json(page);
  });
  app.post(shape.threads, async (c) => {
    const body = await bodyOf(c, z.strictObject({ title: title.optional() }));
    const thread = {
      id: crypto.randomUUID(),
      userId: c.get("userId"),
      title: body.title ?? null,
      messages: [],
    };
    all.set(thread.id, thread);
    return c.json(view(thread), 201);
  });

  const one = `${shape.threads}/:id`;
  app.get(one, (c) => c.json(view(owned(c))));
  if (shape.changes === "at its address") {
    app.patch(one, async (c) => c.json(rename(owned(c), (await bodyOf(c, z.strictObject({ title }))).title)));
    app.delete(one, (c) => {
      all.delete(owned(c).id);
      return c.body(null, 204);
    });
  }
  if (shape.changes === "by an id in the body") {
    app.post("/api/thread/rename", async (c) => {
      const body = await bodyOf(c, z.strictObject({ id: threadId, title }));
      return c.json(rename(owned(c, body.id), body.title));
    });
    app.post("/api/thread/delete", async (c) => {
      const { id } = await bodyOf(c, z.strictObject({ id: threadId }));
      all.delete(owned(c, id).id);
      return c.body(null, 204);
    });
  }
  if (shape.hasTitles) {
    app.post(`${one}/title`, async (c) => {
      await bodyOf(c, z.strictObject({ messages: z.array(message).min(1) }));
      const thread = owned(c);
      thread.title ??= "All is well";
      return c.text(thread.title);
    });
  }
  if (shape.messages !== "none") {
    app.get(`${one}/messages`, (c) => c.json({ messages: owned(c).messages }));
    app.post(`${one}/messages`, async (c) => {
      const thread = owned(c);
      const written = await bodyOf(c, message);
      if (!thread.messages.some(({ id }) => id === written.id)) thread.messages.push(written);
      return c.json({ id: written.id }, 201);
    });
  }
  if (shape.messages === "changed one by one") {
    const indexOf = (c: Context<Env>, { messages }: Thread) => {
      const index = messages.findIndex(({ id }) => id === c.req.param("message"));
      if (index === -1) throw notThere();
      return index;
    };
    app.put(`${one}/messages/:message`, async (c) => {
      const thread = owned(c);
      const changed = await bodyOf(c, message);
      const index = indexOf(c, thread);
      thread.messages[index] = { ...changed, id: c.req.param("message") };
      return c.json({ id: changed.id });
    });
    app.delete(`${one}/messages/:message`, (c) => {
      const thread = owned(c);
      thread.messages.splice(indexOf(c, thread), 1);
      return c.body(null, 204);
    });
  }
  app.post(shape.chat, async (c) => {
    const body = await bodyOf(c, chat);
    const thread = body.id === undefined ? undefined : owned(c, body.id);
    thread?.messages.push(...body.messages.slice(-1));
    return answer((said) => thread?.messages.push(said));
  });
}

const chat = z.object({
  id: threadId.optional(),
  messages: z
    .array(message)
    .min(1)
    .refine((messages) => new Set(messages.map(({ id }) => id)).size === messages.length),
});

const view = ({ id, title }: Thread) => ({ id, title });
