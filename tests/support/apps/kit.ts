import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createUIMessageStream, createUIMessageStreamResponse, generateId, type UIMessage } from "ai";
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { z } from "zod";
import { parseJson } from "../../../lib/checks/answer.ts";

/** What every app of another shape has: accounts, and who asks. */
export interface Env {
  Variables: { userId: string };
}

export interface RunningApp {
  /** Its address, with the path that it is under. */
  url: string;
  /** The `Cookie` header of a new user. */
  signUp(): Promise<string>;
  stop(): Promise<void>;
}

interface Options {
  /** The path that all of it is under. */
  under?: string;
  authPath?: string;
  /** Without it, nobody signs up by e-mail. */
  hasSignUp?: boolean;
  /** Nothing stands in front of the routes: each asks for the session itself. */
  isBare?: boolean;
}

type Auth = ReturnType<typeof createAuth>;

/** What stands in front of a route of an app that is right. */
export interface Guards {
  auth: Auth;
  signedIn: MiddlewareHandler<Env>;
  ownOrigin: MiddlewareHandler<Env>;
}

/** Serves an app with real sessions of better-auth, in memory. What it has besides, `define` adds. */
export async function startApp(
  define: (app: Hono<Env>, guards: Guards) => void,
  options: Options = {},
): Promise<RunningApp> {
  const { under = "", authPath = "/api/auth", hasSignUp = true, isBare = false } = options;
  const app = new Hono<Env>();
  // What a test has an app fail with is no news to whoever reads what the tests print.
  app.onError((error) =>
    error instanceof HTTPException ? error.getResponse() : new Response(null, { status: 500 }),
  );
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const auth = createAuth(origin, under + authPath);
  const inner = new Hono<Env>();
  if (!hasSignUp)
    inner.all(`${authPath}/sign-up/*`, (c) => c.json({ message: "Sign up with your company." }, 400));
  inner.use(`${authPath}/sign-in/email`, limitedGuesses());
  inner.on(["GET", "POST"], `${authPath}/*`, (c) => auth.handler(c.req.raw));
  const guards = { auth, signedIn: signedIn(auth), ownOrigin: ownOrigin(origin) };
  if (!isBare) inner.use(guards.ownOrigin, guards.signedIn);
  define(inner, guards);
  app.route(under || "/", inner);

  async function signUp() {
    const account = {
      email: `${crypto.randomUUID()}@example.com`,
      password: "correct-horse",
      name: "Somebody",
    };
    const response = await auth.api.signUpEmail({ body: account, asResponse: true });
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";", 1)[0])
      .join("; ");
  }
  async function stop() {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    await once(server, "close");
  }
  return { url: origin + under, signUp, stop };
}

function createAuth(baseURL: string, basePath: string) {
  return betterAuth({
    baseURL,
    basePath,
    secret: "a-secret-for-tests-that-is-long-enough",
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: {
      enabled: true,
      // Hashing is slow on purpose, and no concern of these tests.
      password: {
        hash: async (password) => password,
        verify: async ({ hash, password }) => hash === password,
      },
    },
    // In a test, better-auth does not look at origins by itself.
    advanced: { disableOriginCheck: false },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
  });
}

/** Asks for a session, in front of whatever follows. */
function signedIn(auth: Auth): MiddlewareHandler<Env> {
  return async (c, next) => {
    const session = await auth.api.getSession({ headers: c.req.raw.headers });
    if (!session) return c.json({ error: "Sign in." }, 401);
    c.set("userId", session.user.id);
    return next();
  };
}

/** Takes ten sign-ins of an account. No run of the verifier needs more. */
function limitedGuesses(): MiddlewareHandler {
  const counts = new Map<string, number>();
  return async (c, next) => {
    const { email } = await c.req.raw.clone().json();
    const count = (counts.get(email) ?? 0) + 1;
    counts.set(email, count);
    return count > 10 ? c.json({ error: "Too many guesses." }, 429) : next();
  };
}

/** Refuses writes that pages of other sites send. */
function ownOrigin(own: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const origin = c.req.header("origin");
    const isForeign = origin ? origin !== own : c.req.header("sec-fetch-site") === "cross-site";
    return c.req.method !== "GET" && isForeign ? c.json({ error: "Another site." }, 403) : next();
  };
}

/** The validated body of a write. Throws what Hono answers with a 4xx. */
export async function bodyOf<T>(c: Context<Env>, schema: z.ZodType<T>): Promise<T> {
  if (c.req.header("content-type") !== "application/json") throw new HTTPException(415);
  const text = await c.req.text();
  if (text.length > 256 * 1024) throw new HTTPException(413);
  const result = schema.safeParse(parseJson(text));
  if (!result.success) throw new HTTPException(400, { message: result.error.message });
  return result.data;
}

export const notThere = () => new HTTPException(404, { message: "There is nothing of yours here." });

/** An answer of a model, word by word, as the AI SDK streams it. `keep` has it in the end, whoever has left. */
export function answer(keep: (message: UIMessage) => unknown = () => {}): Response {
  const stream = createUIMessageStream({
    generateId,
    execute({ writer }) {
      writer.write({ type: "text-start", id: "1" });
      for (const delta of ["All", " is", " well"]) writer.write({ type: "text-delta", id: "1", delta });
      writer.write({ type: "text-end", id: "1" });
    },
    onEnd: async ({ responseMessage }) => void (await keep(responseMessage)),
  });
  return createUIMessageStreamResponse({ stream, consumeSseStream: ({ stream }) => drain(stream) });
}

async function drain(stream: ReadableStream) {
  const reader = stream.getReader();
  while (!(await reader.read()).done);
}
