import { checkBrowsers, demoPath } from "~/lib/sandbox/protocol/addresses";
import { simulateHeader } from "~/lib/sandbox/protocol/simulation";
import { type Trace, type TracedCookie, traceHeader } from "~/lib/sandbox/protocol/trace";
import type { CheckEnvironment } from "./demo-app";

/** A request as the app sees it. `user` is whose session came with it. */
export interface Seen {
  /** The one letter of the browser that sends it. */
  browser: string;
  method: string;
  path: string;
  body: Record<string, unknown>;
  /** The same as it was sent. */
  text: string;
  headers: Headers;
  user: string | undefined;
  /** Without a session: whether a cookie came. */
  stranger: "no-cookie" | "forged-cookie" | undefined;
  simulation: string | null;
}

interface Thread {
  id: string;
  owner: string;
  title: string | null;
  status?: string;
  localId?: string;
  messages: Message[];
}

interface Message {
  id: string;
  parent_id?: unknown;
  /** Who wrote it. */
  by: string;
  content?: unknown;
}

const ids: Record<string, string> = { "alice@example.com": "alice-id", "bob@example.com": "bob-id" };
const cookieName = "better-auth.session_token";

/** The part of the example that the checks ask for, in memory, with three browsers in front of it. */
export class FixtureApp implements CheckEnvironment {
  readonly origin = "http://localhost:3000";
  readonly threads = new Map<string, Thread>();
  readonly seen: Seen[] = [];
  /** What the sign-in's cookie is like. */
  cookie: Omit<TracedCookie, "path"> = {
    name: cookieName,
    httpOnly: true,
    secure: false,
    sameSite: "Lax",
    maxAge: 60,
  };
  /** Answers in place of the app, which is how a fault gets into it. */
  instead: (seen: Seen) => Response | undefined = () => undefined;

  /** Each browser's cookie: the token of a session, or what a script has put there. */
  readonly jars = new Map<string, string>();
  readonly #sessions = new Map<string, string>();

  setCookie({ path, value }: { path: string; value?: string }) {
    const browser = path.split("/")[2] ?? "";
    // No script replaces a cookie that is HttpOnly.
    if (this.#sessions.has(this.jars.get(browser) ?? "") && this.cookie.httpOnly) return;
    if (value === undefined) this.jars.delete(browser);
    else this.jars.set(browser, value);
  }

  async fetch(url: string, { method = "GET", headers, body, signal }: RequestInit): Promise<Response> {
    signal?.throwIfAborted();
    const [, browser = "", path = ""] = /^\/demo\/(.)(\/api\/.*)$/.exec(url) ?? [];
    const token = this.jars.get(browser);
    const user = this.#sessions.get(token ?? "");
    const isStranger = browser === checkBrowsers.stranger;
    const stranger = isStranger ? (token ? "forged-cookie" : "no-cookie") : undefined;
    const sent = new Headers(headers);
    const simulation = sent.get(simulateHeader);
    const text = String(body ?? "{}");
    const parsed = parse(text);
    const isJson = sent.get("content-type") === "application/json";
    const seen: Seen = {
      browser,
      method,
      path,
      body: parsed ?? {},
      text,
      headers: sent,
      user,
      stranger,
      simulation,
    };
    this.seen.push(seen);
    const isRefused = user && body && !path.startsWith("/api/auth/") && !(parsed && isJson);
    const response = this.instead(seen) ?? (isRefused ? json(400, {}) : this.#answer(seen, browser));
    const cookiesOut = path.endsWith("/sign-in/email") ? [{ ...this.cookie, path: demoPath(browser) }] : [];
    const session = user ? { userId: user, email: "" } : null;
    const trace: Partial<Trace> = { cookieIn: token ? [cookieName] : [], session, cookiesOut };
    response.headers.set(traceHeader, btoa(JSON.stringify(trace)));
    return response;
  }

  #answer(seen: Seen, browser: string): Response {
    const { method, path, body, user, simulation } = seen;
    const keepsCookies = simulation === "keep-cookies";
    if (path === "/api/auth/ok") return json(200, { ok: true });
    if (path === "/api/auth/sign-in/email") return this.#signIn(String(body.email), browser);
    if (path === "/api/auth/get-session") {
      // better-auth has the browser drop a cookie that leads nowhere.
      if (!user && !keepsCookies) this.jars.delete(browser);
      return json(200, user ? { user: { id: user } } : null);
    }
    if (path === "/api/auth/sign-out") {
      if (simulation === "foreign-origin") return json(403, {});
      this.#sessions.delete(this.jars.get(browser) ?? "");
      if (!keepsCookies) this.jars.delete(browser);
      return json(200, { success: true });
    }

    if (!user) return new Response(null, { status: 401 });
    if (method !== "GET" && simulation === "foreign-origin") return json(403, {});
    if (path === "/api/chat") return this.#chat(seen, user);
    const [route = ""] = path.split("?");
    if (route === "/api/threads") return method === "POST" ? this.#make(seen, user) : this.#list(user, path);
    return this.#thread({ ...seen, path: route }, user);
  }

  #signIn(email: string, browser: string) {
    const user = ids[email];
    if (!user) return json(401, {});
    const token = crypto.randomUUID();
    this.#sessions.set(token, user);
    this.jars.set(browser, token);
    return json(200, { user: { id: user } });
  }

  #make({ body }: Seen, owner: string) {
    if (Object.keys(body).join() !== "localId" || typeof body.localId !== "string") return json(400, {});
    const { localId } = body;
    const existing = [...this.threads.values()].find(
      (thread) => thread.owner === owner && thread.localId === localId,
    );
    if (existing) return json(200, { id: existing.id });
    const id = crypto.randomUUID();
    this.threads.set(id, { id, owner, localId, title: null, messages: [] });
    return json(201, { id });
  }

  #list(user: string, path: string) {
    const own = [...this.threads.values()].filter(({ owner }) => owner === user);
    const from = Number(new URL(path, this.origin).searchParams.get("after"));
    const response = json(200, own.slice(from, from + 50));
    const next = `</api/threads?after=${from + 50}>; rel="next"`;
    if (own.length > from + 50) response.headers.set("link", next);
    return response;
  }

  /** Keeps the question and the answer, as the example does. */
  #chat({ body }: Seen, user: string) {
    const { message: asked } = body;
    const isRight = Object.keys(body).every((key) => /^(id|message|parentId)$/.test(key));
    if (!isRight || !isContent(asked)) return json(400, {});
    if (body.id === undefined) return words("Hello");
    const thread = this.threads.get(String(body.id));
    if (thread?.owner !== user) return json(404, {});
    const answer = { id: crypto.randomUUID(), by: user, content: "Hello" };
    const question = asked as { id: string };
    thread.messages.push({ ...question, by: user }, answer);
    return words("Hello");
  }

  #thread({ method, path, body }: Seen, user: string) {
    const [id = "", part] = path.split("/").slice(3);
    const thread = this.threads.get(id);
    if (thread?.owner !== user) return json(404, {});
    if (part === "messages") return this.#messages(method, body, thread);
    if (part === "answer") return new Response(null, { status: 204 });
    if (part === "title") {
      if (!Array.isArray(body.messages) || Object.keys(body).length > 1) return json(400, {});
      thread.title ??= "Hello";
      return new Response("Hello", { headers: { "content-type": "text/plain" } });
    }
    if (method === "DELETE") {
      this.threads.delete(id);
      return new Response(null, { status: 204 });
    }
    if (method === "PATCH") {
      const { title = thread.title, status = thread.status, ...others } = body;
      const isRight = Object.keys(body).length > 0 && Object.keys(others).length === 0;
      const isShort = title === null || (typeof title === "string" && title.length < 200);
      if (!isRight || !isShort || !(status === undefined || status === "archived")) return json(400, {});
      Object.assign(thread, { title, status });
    }
    return json(200, { ...thread, messages: undefined });
  }

  #messages(method: string, body: Record<string, unknown>, { owner, messages }: Thread) {
    if (method === "GET") return json(200, messages);
    if (method === "DELETE") {
      const ids = Array.isArray(body.ids) ? body.ids : [];
      const index = messages.findIndex(({ id }) => ids.includes(id));
      if (Object.keys(body).length !== 1 || index === -1) return json(404, {});
      messages.splice(index, 1);
      return new Response(null, { status: 204 });
    }
    const { id, parent_id, format, content, ...others } = body;
    const isRow = typeof id === "string" && id.length < 200 && format && Object.keys(others).length === 0;
    const hasParent = parent_id === null || messages.some((message) => message.id === parent_id);
    const hasId = typeof content === "object" && content !== null && "id" in content;
    if (!isRow || !hasParent || hasId || !isContent(content)) return json(400, {});
    const existing = messages.find((message) => message.id === id);
    if (!existing) messages.push({ id, parent_id, by: owner, content });
    else if (method === "PUT") existing.content = content;
    return json(existing ? 200 : 201, {});
  }
}

export const json = (status: number, body: unknown) => Response.json(body, { status });

function parse(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a user may write: parts of text, and not too much of it. */
function isContent(content: unknown): boolean {
  if (typeof content !== "object" || content === null || !("role" in content && "parts" in content))
    return false;
  const { role, parts } = content;
  if (role !== "user" || !Array.isArray(parts)) return false;
  const isText = (part: object) =>
    Object.keys(part).join() === "type,text" && Reflect.get(part, "type") === "text";
  return parts.every(isText) && JSON.stringify(parts).length < 64 * 1024;
}

/** A stream of the model's. */
export const words = (...texts: string[]) =>
  new Response(texts.map((delta) => `data: ${JSON.stringify({ type: "text-delta", delta })}\n\n`).join(""), {
    headers: { "content-type": "text/event-stream", "x-vercel-ai-ui-message-stream": "v1" },
  });
