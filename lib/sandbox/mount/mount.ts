import { env } from "~/lib/env";
import { readBody } from "../http/body";
import { parseCookies } from "../http/cookies";
import { errorResponse } from "../http/error-response";
import { countChat, overLimit } from "../limits/quota";
import { afterAMoment } from "../limits/refusals";
import { inTurn, overSignInLimit } from "../limits/sign-ins";
import { browsers, demoPath } from "../protocol/addresses";
import { traceHeader } from "../protocol/trace";
import type { Scope } from "../store/scope";
import { type Exchange, encodeTrace, encodeWholeTrace } from "../trace/encode";
import { Recorder } from "../trace/recorder";
import { endingWith } from "./ending-with";
import { rewriteResponseHeaders } from "./path-proxy";
import { handlerOf, matchRoute } from "./routes";
import { runRoute, type Visit } from "./run-route";
import { scopedStream } from "./scoped-stream";
import { readSimulation } from "./simulate";
import { openSandbox } from "./with-sandbox";

const maxBodyBytes = 512 * 1024;

interface Context {
  params: Promise<{ browser: string; path: string[] }>;
}

/**
 * Answers a request to `/demo/{browser}/api/…` with the example's own route handler, on the visitor's own database, and
 * describes in a header what that did.
 */
export async function mount(request: Request, { params }: Context): Promise<Response> {
  const { browser, path: segments } = await params;
  if (!browsers.some((known) => known === browser)) return noSuchRoute();
  const simulation = readSimulation(request.headers);
  if (simulation instanceof Response) return simulation;

  const prefix = demoPath(browser);
  const { pathname, search } = new URL(request.url);
  const path = pathname.slice(prefix.length);
  const cookies = parseCookies(request.headers.get("cookie"));
  const recorder = new Recorder(cookies);

  const visit = {
    request,
    cookies,
    mountPoint: { prefix, appOrigin: env.SITE_URL },
    path: path + search,
    simulation,
  };
  const response = await answer(visit, segments, recorder);
  const exchange = {
    browser,
    method: request.method,
    path,
    status: response.status,
    headers: new Headers(response.headers),
    streaming: response.ok && isStream(response),
  };
  response.headers.set(traceHeader, encodeTrace(recorder, exchange));
  if (simulation === "keep-cookies") response.headers.delete("set-cookie");
  if (isEventStream(response)) return withTraceAtEnd(response, recorder, exchange);
  recorder.close();
  return response.status === 429 ? afterAMoment(response) : response;
}

const isEventStream = ({ headers }: Response) =>
  headers.get("content-type")?.startsWith("text/event-stream") === true;

/** The same events, and after them what was done until then, such as by a tool of the model. */
function withTraceAtEnd(response: Response, recorder: Recorder, exchange: Exchange) {
  const { body, status, statusText, headers } = response;
  const stream =
    body && endingWith(body, () => `: ${traceHeader} ${encodeWholeTrace(recorder, exchange)}\n\n`);
  return new Response(stream, { status, statusText, headers });
}

async function answer(visit: Visit, segments: string[], recorder: Recorder): Promise<Response> {
  const match = matchRoute(segments);
  if (!match) return noSuchRoute();

  const { request, mountPoint, cookies } = visit;
  const handler = handlerOf(match.methods, request.method);
  if (!handler) return noSuchMethod();

  const sandbox = await openSandbox(cookies, request.headers);
  if (sandbox instanceof Response) return sandbox;

  let isStreaming = false;
  try {
    const limited = overLimit(sandbox, match.route, request.method) ?? overSignInLimit(request, segments);
    if (limited) return limited;

    const body = await readBody(request, maxBodyBytes);
    if (body === "too large") return tooLarge();

    const scope: Scope = { sandbox, recorder };
    const response = await inTurn(sandbox, request, segments, () =>
      runRoute(visit, { ...match, handler }, body, scope),
    );
    countChat(sandbox, match.route, request.method, response);
    rewriteResponseHeaders(response.headers, mountPoint);
    isStreaming = isStream(response);
    return isStreaming ? inScopeToTheEnd(response, scope) : response;
  } finally {
    if (!isStreaming) sandbox.release();
  }
}

/** JSON is complete when the handler returns. Anything else may go on, and keeps the database open until it ends. */
function isStream({ body, headers }: Response) {
  return body !== null && !headers.get("content-type")?.startsWith("application/json");
}

/** The same answer. Its body is read within the scope, and the sandbox is released at its end. */
function inScopeToTheEnd({ body, status, statusText, headers }: Response, scope: Scope) {
  const stream = body && scopedStream(body, scope, scope.sandbox.release);
  return new Response(stream, { status, statusText, headers });
}

const noSuchRoute = () =>
  errorResponse(404, { code: "NO_SUCH_ROUTE", message: "The example has no such route. Check the path." });

const noSuchMethod = () =>
  errorResponse(405, { code: "METHOD_NOT_ALLOWED", message: "This route does not have this method." });

const tooLarge = () =>
  errorResponse(413, { code: "TOO_LARGE", message: `Send at most ${maxBodyBytes / 1024} KiB.` });
