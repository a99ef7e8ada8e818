import { syntheticAddress } from "../http/addresses";
import type { Cookie } from "../http/cookies";
import { full, isFull } from "../limits/quota";
import type { Simulation } from "../protocol/simulation";
import { type DatabaseError, databaseErrorOf } from "../store/database-error";
import { inScope, type Scope } from "../store/scope";
import { mistakenHandler, mistakesHeader } from "./mistaken-routes";
import { type MountPoint, rewriteRequestHeaders } from "./path-proxy";
import type { Handler } from "./routes";
import { simulateForeignOrigin } from "./simulate";

/** A request into a sandbox. */
export interface Visit {
  request: Request;
  cookies: Cookie[];
  mountPoint: MountPoint;
  /** The path and the query at which the example would have received it, such as `/api/threads?after=…`. */
  path: string;
  simulation: Simulation | undefined;
}

/** A route of the example that answers. */
export interface Route {
  /** Its folder below `app/api`. */
  name: string;
  handler: Handler;
  /** The `[id]` in the folder, if it has one. */
  id: string;
}

/**
 * Calls a route of the example on the visitor's database. If that turns out to be damaged, it calls the route once more,
 * on a fresh one, so that nobody gets an error.
 */
export async function runRoute(
  visit: Visit,
  route: Route,
  body: Buffer<ArrayBuffer> | undefined,
  scope: Scope,
): Promise<Response> {
  const { request, mountPoint, cookies, simulation } = visit;
  rewriteRequestHeaders(request.headers, { ...mountPoint, cookies, address: syntheticAddress() });
  if (simulation === "foreign-origin") simulateForeignOrigin(request.headers);

  const attempt = () => callHandler(innerRequest(visit, body), route, scope);
  let result = await attempt();
  if (result === "broken") {
    scope.sandbox.replace();
    result = await attempt();
  }
  if (result === "broken") throw new Error("A fresh sandbox cannot be used. Is the disk sound?");
  return result === "full" ? full() : result;
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

async function callHandler(request: Request, route: Route, scope: Scope): Promise<Response | DatabaseError> {
  const { sandbox } = scope;
  try {
    if (isFull(sandbox, route.name, request.method)) return "full";
    const mistaken = mistakenHandler(route.name, request.method, sandbox.activeMistakes());
    const handler = mistaken?.handler ?? route.handler;
    const params = Promise.resolve({ id: route.id });
    const response = await inScope(scope, () => handler(request, { params }));
    // better-auth answers 500 instead of throwing.
    if (response.status >= 500 && !sandbox.isSound()) return "broken";
    if (mistaken) response.headers.set(mistakesHeader, mistaken.name);
    return response;
  } catch (error) {
    const cause = databaseErrorOf(error) ?? (sandbox.isSound() ? undefined : "broken");
    if (cause) return cause;
    throw error;
  }
}
