import { syntheticAddress } from "../http/addresses";
import type { Cookie } from "../http/cookies";
import { lackOfRoom } from "../limits/quota";
import type { Simulation } from "../protocol/simulation";
import { inScope, type Scope } from "../store/scope";
import { mistakenHandler, mistakesHeader } from "./mistaken-routes";
import { type MountPoint, rewriteRequestHeaders } from "./path-proxy";
import { withRouteCookies } from "./route-cookies";
import type { Handler, Match } from "./routes";
import { simulateForeignOrigin } from "./simulate";
import { answerSoundly } from "./with-sandbox";

/** A request into a sandbox. */
export interface Visit {
  request: Request;
  cookies: Cookie[];
  mountPoint: MountPoint;
  /** The path and the query at which the example would have received it, such as `/api/threads?after=…`. */
  path: string;
  simulation: Simulation | undefined;
}

/** Calls a route of the example on the visitor's database, or the mistake that is on in its place. */
export async function runRoute(
  visit: Visit,
  { route, handler, id }: Match & { handler: Handler },
  body: Buffer<ArrayBuffer> | undefined,
  scope: Scope,
): Promise<Response> {
  const { request, mountPoint, cookies, simulation } = visit;
  const { sandbox } = scope;
  rewriteRequestHeaders(request.headers, { ...mountPoint, cookies, address: syntheticAddress() });
  if (simulation === "foreign-origin") simulateForeignOrigin(request.headers);

  const routeCookies = { prefix: mountPoint.prefix, isKept: simulation === "keep-cookies" };
  const answer = async () => {
    const inner = innerRequest(visit, body);
    const lack = lackOfRoom(sandbox, route, request.method);
    if (lack) return lack;
    const mistaken = mistakenHandler(route, request.method, sandbox.activeMistakes());
    const call = mistaken?.handler ?? handler;
    const response = await inScope(scope, () =>
      withRouteCookies(routeCookies, () => call(inner, { params: Promise.resolve({ id }) })),
    );
    if (mistaken) response.headers.set(mistakesHeader, mistaken.name);
    return response;
  };
  return answerSoundly(sandbox, answer, () => scope.recorder.error);
}

/** The request at the example's own address. */
const innerRequest = ({ request, mountPoint, path }: Visit, body: Buffer<ArrayBuffer> | undefined) =>
  new Request(mountPoint.appOrigin + path, {
    method: request.method,
    headers: request.headers,
    body,
    // Only a chat is worth stopping, and it has a body. A request with a signal lives until a full garbage collection.
    signal: body && request.signal,
  });
