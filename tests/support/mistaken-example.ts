import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { mistakes, type ServerMistake } from "~/lib/mistakes/mistakes";
import { scopedStream } from "~/lib/sandbox/mount/scoped-stream";
import { createDatabase } from "~/lib/sandbox/store/database";
import { inScope, type Scope } from "~/lib/sandbox/store/scope";
import { withinNext } from "~/lib/sandbox/testing/next-request";
import { Recorder } from "~/lib/sandbox/trace/recorder";
import { startFakeOpenAI } from "./fake-openai";

/**
 * The example's API with one of its files replaced by a mistake. It is served without Next.js, because a build for each
 * mistake would take minutes.
 */
export async function startMistakenExample() {
  const model = await startFakeOpenAI();
  const db = createDatabase();
  migrate(db, { migrationsFolder: "examples/nextjs/drizzle" });
  const scope = scopeOf(db);

  let mistake: ServerMistake | undefined;
  async function respond(incoming: IncomingMessage, outgoing: ServerResponse) {
    const request = await toRequest(incoming, outgoing, url);
    const response = await withinNext(request, (request) =>
      inScope(scope, () => answer(request, mistake)),
    ).catch(() => new Response(null, { status: 500 }));
    await send(response, scope, outgoing);
  }

  const server = createServer((incoming, outgoing) => {
    // Whoever has left needs no answer.
    respond(incoming, outgoing).catch(() => outgoing.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  const url = `http://127.0.0.1:${address.port}`;

  // Read by the example's files when they are loaded, which is at the first request.
  Object.assign(process.env, {
    BETTER_AUTH_URL: url,
    BETTER_AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
    OPENAI_BASE_URL: `${model.url}/v1`,
    OPENAI_API_KEY: "for-tests",
  });

  return {
    url,
    /** From now on this file is wrong, or with no name none. */
    make(name?: ServerMistake) {
      mistake = name;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await model.stop();
      db.$client.close();
    },
  };
}

const scopeOf = (db: Scope["sandbox"]["db"]): Scope => ({
  sandbox: {
    id: "test",
    db,
    freeBytes: () => Number.POSITIVE_INFINITY,
    isDiskFull: () => false,
    isSound: () => true,
    activeMistakes: () => [],
    setActiveMistakes() {},
    replace() {},
    release() {},
  },
  recorder: new Recorder([]),
});

async function answer(request: Request, name: ServerMistake | undefined) {
  const { handlerOf, matchRoute } = await import("~/lib/sandbox/mount/routes");
  const { mistakenRoutes } = await import("~/lib/sandbox/mount/mistaken-routes");
  const [, api, ...path] = new URL(request.url).pathname.split("/").map(decodeURIComponent);
  const match = api === "api" ? matchRoute(path) : undefined;
  if (!match) return new Response(null, { status: 404 });

  const isWrong = name && mistakes.find((mistake) => mistake.name === name)?.file === fileOf(match.route);
  const handler = handlerOf(isWrong ? mistakenRoutes[name] : match.methods, request.method);
  if (!handler) return new Response(null, { status: 405 });
  return handler(request, { params: Promise.resolve({ id: match.id }) });
}

const fileOf = (route: string) => `app/api/${route}/route.ts`;

async function toRequest(incoming: IncomingMessage, outgoing: ServerResponse, url: string) {
  const left = new AbortController();
  outgoing.on("close", () => left.abort());
  const { method = "GET", headers } = incoming;
  return new Request(url + incoming.url, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(method !== "GET" && { body: await buffer(incoming) }),
    signal: left.signal,
  });
}

async function send(response: Response, scope: Scope, outgoing: ServerResponse) {
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  outgoing.writeHead(response.status);
  if (!response.body) return outgoing.end();
  const body = scopedStream(response.body, scope, () => {});
  await pipeline(body, outgoing);
}
