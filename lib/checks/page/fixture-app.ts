import { checkBrowsers, demoPath } from "~/lib/sandbox/protocol/addresses";
import { simulateHeader } from "~/lib/sandbox/protocol/simulation";
import { type Trace, type TracedCookie, traceHeader } from "~/lib/sandbox/protocol/trace";
import type { CheckEnvironment } from "./demo-app";

/** A request as the app sees it. `user` is whose session came with it. */
export interface Seen {
  method: string;
  path: string;
  body: Record<string, unknown>;
  user: string | undefined;
  /** Without a session: whether a cookie came. */
  stranger: "no-cookie" | "forged-cookie" | undefined;
  simulation: string | null;
}

interface Thread {
  id: string;
  owner: string;
  title: string | null;
  messages: { id: string; by: string; text: string }[];
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
    const simulation = new Headers(headers).get(simulateHeader);
    const seen: Seen = { method, path, body: JSON.parse(String(body ?? "{}")), user, stranger, simulation };
    this.seen.push(seen);
    const response = this.instead(seen) ?? this.#answer(seen, browser);
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
      this.#sessions.delete(this.jars.get(browser) ?? "");
      if (!keepsCookies) this.jars.delete(browser);
      return json(200, { success: true });
    }

    if (!user) return new Response(null, { status: 401 });
    if (method !== "GET" && simulation === "foreign-origin") return json(403, {});
    if (path === "/api/chat") return words("Hello");
    if (path === "/api/threads") return method === "POST" ? this.#make(seen, user) : this.#list(user);
    return this.#thread(seen, user);
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
    if (Object.keys(body).join() !== "localId") return json(400, {});
    const id = crypto.randomUUID();
    this.threads.set(id, { id, owner, title: null, messages: [] });
    return json(201, { id });
  }

  #list(user: string) {
    return json(
      200,
      [...this.threads.values()].filter(({ owner }) => owner === user),
    );
  }

  #thread({ method, path, body }: Seen, user: string) {
    const [id = "", part] = path.split("/").slice(3);
    const thread = this.threads.get(id);
    if (thread?.owner !== user) return json(404, {});
    if (part === "messages") {
      if (method === "GET") return json(200, thread.messages);
      thread.messages.push({ id: String(body.id), by: user, text: JSON.stringify(body.content) });
      return json(201, {});
    }
    if (method === "DELETE") {
      this.threads.delete(id);
      return new Response(null, { status: 204 });
    }
    if (method === "PATCH") {
      if (Object.keys(body).join() !== "title") return json(400, {});
      thread.title = String(body.title);
    }
    return json(200, thread);
  }
}

export const json = (status: number, body: unknown) => Response.json(body, { status });

/** A stream of the model's. */
export const words = (...texts: string[]) =>
  new Response(texts.map((delta) => `data: ${JSON.stringify({ type: "text-delta", delta })}\n\n`).join(""), {
    headers: { "content-type": "text/event-stream", "x-vercel-ai-ui-message-stream": "v1" },
  });
