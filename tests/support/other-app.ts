import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { parseJson } from "../../lib/checks/answer";

/** Answers in the place of a route of the app. Nothing: the app answers itself, if it was waited for. */
type Override = (call: Call) => Reply | undefined | Promise<undefined>;

interface Call {
  /** Such as `GET /api/threads`. */
  route: string;
  headers: IncomingMessage["headers"];
  user: User | undefined;
  /** The `{id}` in the route. */
  id: string;
  /** Null if none came, undefined if it is no JSON. */
  body: Record<string, unknown> | null | undefined;
}

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

interface User {
  id: string;
  threads: Map<string, string>;
}

interface Account {
  password: unknown;
  /** How many wrong passwords there were. It takes five. */
  wrong: number;
}

/**
 * A chat app that somebody else might have written: it keeps users apart, but its threads are in `{ threads: […] }`, their
 * ids are `remoteId`s, it takes a title to make one, and it has no messages. What a test overrides is otherwise.
 */
export async function startOtherApp(override: Override = () => undefined) {
  const sessions = new Map<string, User>();
  const accounts = new Map<unknown, Account>();
  const requests: string[] = [];

  function open(): Reply {
    const token = crypto.randomUUID();
    sessions.set(token, { id: crypto.randomUUID(), threads: new Map() });
    return { status: 200, headers: { "Set-Cookie": `__Secure-other.session_token=${token}; ${attributes}` } };
  }

  function answer({ route, headers, user, id, body }: Call): Reply {
    if (route === "GET /api/auth/ok") return { status: 200, body: { ok: true } };
    if (route === "POST /api/auth/sign-up/email") {
      accounts.set(body?.email, { password: body?.password, wrong: 0 });
      return open();
    }
    if (route === "POST /api/auth/sign-in/email") {
      const account = accounts.get(body?.email);
      if (!account || account.wrong === 5) return { status: account ? 429 : 401 };
      if (body?.password === account.password) return open();
      account.wrong++;
      return { status: 401 };
    }
    if (route === "GET /api/auth/get-session") return { status: 200, body: user ? { user } : null };
    if (!user) return { status: 401 };
    const isWrite = !route.startsWith("GET ");
    if (isWrite && isForeign(headers)) return { status: 403 };
    if (isWrite && body === undefined) return { status: 400 };
    if (route === "POST /api/auth/sign-out") {
      sessions.delete(tokenOf(headers));
      return { status: 200, body: { success: true } };
    }
    if (route === "GET /api/threads") {
      return { status: 200, body: { threads: Array.from(user.threads, ([remoteId]) => ({ remoteId })) } };
    }
    if (route === "POST /api/threads") {
      if (typeof body?.title !== "string") return { status: 422 };
      const remoteId = crypto.randomUUID();
      user.threads.set(remoteId, body.title);
      return { status: 201, body: { thread: { remoteId } } };
    }
    if (route === "DELETE /api/threads/{id}") return { status: user.threads.delete(id) ? 204 : 404 };
    return { status: route.startsWith("GET /api/threads/") ? 405 : 404 };
  }

  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing)).listen(
    0,
    "127.0.0.1",
  );
  async function respond(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { pathname } = new URL(incoming.url ?? "", "http://localhost");
    const id = /^\/api\/threads\/([^/]+)/.exec(pathname)?.[1] ?? "";
    const route = `${incoming.method} ${id ? pathname.replace(id, "{id}") : pathname}`;
    requests.push(route);
    const { headers } = incoming;
    const sent = await text(incoming);
    const body = sent ? bodyOf(sent, headers["content-type"]) : null;
    const call = { route, headers, user: sessions.get(tokenOf(headers)), id, body };
    const reply = (await override(call)) ?? answer(call);
    outgoing.writeHead(reply.status, { "Content-Type": "application/json", ...reply.headers });
    outgoing.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body));
  }
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");

  return {
    url: `http://127.0.0.1:${address.port}`,
    /** The routes that were asked for, in order. */
    requests,
    /** How many threads are left. */
    threads: () => [...sessions.values()].reduce((sum, { threads }) => sum + threads.size, 0),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function isForeign({ host, origin, ...headers }: IncomingMessage["headers"]) {
  return origin ? origin !== `http://${host}` : headers["sec-fetch-site"] === "cross-site";
}

function bodyOf(sent: string, type: string | undefined): Call["body"] {
  return type === "application/json" ? ((parseJson(sent) ?? undefined) as Call["body"]) : undefined;
}

const attributes = "Path=/; HttpOnly; Secure; SameSite=Lax";

const tokenOf = ({ cookie }: IncomingMessage["headers"]) =>
  /session_token=([^;]*)/.exec(cookie ?? "")?.[1] ?? "";
