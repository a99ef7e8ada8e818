import { env } from "~/lib/env";
import { full, isFull, overLimit } from "./allowance";
import { readBody } from "./body";
import { type Fault, faultOf } from "./fault";
import { mistakenHandler, mistakesHeader } from "./mistaken-handler";
import { readPretence } from "./pretend";
import { pseudoAddress } from "./pseudo-address";
import { Recorder } from "./recorder";
import { refuse } from "./refusal";
import { type Handler, handlerOf, matchRoute } from "./routes";
import { inScope, type Scope } from "./scope";
import { scopedStream } from "./scoped-stream";
import { traceHeader } from "./trace";
import { encodeTrace } from "./trace-header";
import { inwards, outwards, type Place } from "./under-path";
import { openSandbox, sandboxRequired } from "./with-sandbox";

const maxBodyBytes = 512 * 1024;

/**
 * The visitor's browsers: two that the demos show, and two that the checklist asks from. The cookies of one do not
 * reach another, because their paths differ.
 */
const browsers = new Set(["a", "b", "c", "d"]);

interface Context {
  params: Promise<{ browser: string; path: string[] }>;
}

/** A request, and where the example has what it asks for. */
interface Visit {
  request: Request;
  place: Place;
  /** As the example sees it, such as `/api/threads`. */
  path: string;
  /** The query, with its question mark, or nothing. */
  search: string;
}

interface Call extends Visit {
  body: Buffer<ArrayBuffer> | undefined;
  handler: Handler;
  route: string;
  /** The `[id]` in the route, if it has one. */
  id: string;
}

/**
 * Answers a request to `/demo/{a,b,c,d}/api/…` with the example's own route handler, on the visitor's own database, and
 * says in a header what that did.
 */
export async function mount(request: Request, context: Context): Promise<Response> {
  const { browser, path: segments } = await context.params;
  if (!browsers.has(browser)) return noSuchRoute();

  const place: Place = { prefix: `/demo/${browser}`, appOrigin: env.SITE_URL };
  const { pathname, search } = new URL(request.url);
  const path = pathname.slice(place.prefix.length);
  const recorder = new Recorder(request.headers.get("cookie") ?? "");
  const response = await answer({ request, place, path, search }, segments, recorder);
  const trace = encodeTrace(recorder, {
    browser,
    method: request.method,
    path,
    status: response.status,
    headers: response.headers,
    streaming: response.ok && isStream(response),
  });
  response.headers.set(traceHeader, trace);
  if (readPretence(request.headers) === "keep-cookies") response.headers.delete("set-cookie");
  return response;
}

async function answer(visit: Visit, segments: string[], recorder: Recorder): Promise<Response> {
  const match = matchRoute(segments);
  if (!match) return noSuchRoute();

  const { request, place } = visit;
  const handler = handlerOf(match.methods, request.method);
  if (!handler) return noSuchMethod();

  const lease = await openSandbox(request.headers);
  if (!lease) return sandboxRequired();

  let streaming = false;
  try {
    const refusal = overLimit(lease, match.route);
    if (refusal) return refusal;

    const body = await readBody(request, maxBodyBytes);
    if (body === "too large") return tooLarge();

    const scope: Scope = { lease, recorder };
    const response = await handle({ ...visit, body, handler, route: match.route, id: match.id }, scope);
    streaming = isStream(response);
    return outside(response, place, streaming ? scope : undefined);
  } finally {
    if (!streaming) lease.release();
  }
}

/** JSON is complete when the handler returns. Anything else may go on, and keeps the database open until it ends. */
function isStream({ body, headers }: Response) {
  return body !== null && !headers.get("content-type")?.startsWith("application/json");
}

/** Calls the handler, and once more if the database turns out to be damaged: on a fresh one, so that nobody gets an error. */
async function handle(call: Call, scope: Scope): Promise<Response> {
  const first = await attempt(call, scope);
  if (first !== "broken") return first === "full" ? full() : first;

  scope.lease.replace();
  const second = await attempt(call, scope);
  if (second === "broken") throw new Error("A fresh sandbox cannot be used. Is the disk sound?");
  return second === "full" ? full() : second;
}

async function attempt(call: Call, scope: Scope): Promise<Response | Fault> {
  try {
    if (isFull(scope.lease, call.route, call.request.method)) return "full";
    const mistaken = mistakenHandler(call.route, call.request.method, scope.lease.mistakes());
    const handler = mistaken?.handler ?? call.handler;
    const params = Promise.resolve({ id: call.id });
    const response = await inScope(scope, () => handler(inside(call), { params }));
    // better-auth answers 500 instead of throwing.
    if (response.status >= 500 && !scope.lease.isSound()) return "broken";
    if (mistaken) response.headers.set(mistakesHeader, mistaken.name);
    return response;
  } catch (error) {
    const fault = faultOf(error) ?? (scope.lease.isSound() ? undefined : "broken");
    if (fault) return fault;
    throw error;
  }
}

/** The request as the example would have received it at its own address. */
function inside({ request, place, path, search, body }: Call): Request {
  const inner = new Request(place.appOrigin + path + search, {
    method: request.method,
    headers: request.headers,
    body,
    // Only a chat is worth stopping, and it has a body. What follows a signal lives until a full garbage collection.
    signal: body && request.signal,
  });
  inwards(inner.headers, place, pseudoAddress());
  return inner;
}

/** The answer as the visitor should receive it. With a scope, the body is read within it, and its end releases the database. */
function outside(response: Response, place: Place, scope?: Scope): Response {
  outwards(response.headers, place);
  if (!scope || !response.body) return response;
  const { status, statusText, headers } = response;
  return new Response(scopedStream(response.body, scope, scope.lease.release), {
    status,
    statusText,
    headers,
  });
}

const noSuchRoute = () =>
  refuse(404, { code: "NO_SUCH_ROUTE", message: "The example has no such route. Check the path." });

const noSuchMethod = () =>
  refuse(405, { code: "METHOD_NOT_ALLOWED", message: "This route does not have this method." });

const tooLarge = () =>
  refuse(413, { code: "TOO_LARGE", message: `Send at most ${maxBodyBytes / 1024} KiB.` });
