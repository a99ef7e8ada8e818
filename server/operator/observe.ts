import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { withRequestId } from "../../lib/operator/request-id.ts";
import { isDemoApi } from "../../lib/sandbox/protocol/addresses.ts";
import { pathnameOf } from "../headers/pathname.ts";
import { routeLabel } from "./route-label.ts";

/** A request that has ended. */
export interface Done {
  id: string;
  method: string;
  path: string;
  route: string;
  status: number;
  seconds: number;
  /** The client left before the answer was out. */
  isBroken: boolean;
}

/** Tells of each request when it has ended. */
export function observed(
  listener: RequestListener,
  observers: ((done: Done) => void)[],
  isBehindProxy: boolean,
): RequestListener {
  if (observers.length === 0) return listener;
  return (request, response) => {
    const start = performance.now();
    const id = (isBehindProxy && proxysId(request)) || randomUUID();
    const path = pathnameOf(request);
    const { method = "" } = request;
    response.setHeader("X-Request-Id", id);
    response.once("close", () => {
      const done: Done = {
        id,
        method,
        path,
        route: routeLabel(path),
        status: response.statusCode,
        seconds: (performance.now() - start) / 1000,
        isBroken: !response.writableFinished,
      };
      for (const observe of observers) observe(done);
    });
    withRequestId(id, () => listener(request, response));
  };
}

/** A proxy's own id is kept, so that its log and this one speak of the same. */
function proxysId({ headers }: IncomingMessage) {
  const sent = String(headers["x-request-id"] ?? "");
  return /^[\w-]{8,64}$/.test(sent) ? sent : undefined;
}

/** One line of JSON. It holds no address of a visitor, no query and, of a demo's API, no path: each could be a secret. */
export function logLine({ id, method, path, route, status, seconds, isBroken }: Done): string {
  return JSON.stringify({
    time: new Date().toISOString(),
    id,
    method,
    route,
    ...(!isDemoApi(path) && { path }),
    status,
    ms: Math.round(seconds * 1000),
    ...(isBroken && { broken: true }),
  });
}
