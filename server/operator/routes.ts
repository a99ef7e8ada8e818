import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { pathnameOf } from "../headers/pathname.ts";

interface Operator {
  isReady: () => Promise<boolean>;
  /** Undefined where nobody wants any. */
  answerMetrics: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
}

/** Answers what an operator's tools ask this instance, and passes the rest on. */
export function operatorRoutes(
  { isReady, answerMetrics }: Operator,
  listener: RequestListener,
): RequestListener {
  return async (request, response) => {
    const path = pathnameOf(request);
    if (path === "/healthz") return say(response, 200, "alive");
    if (path === "/readyz")
      return (await isReady()) ? say(response, 200, "ready") : say(response, 503, "not ready");
    if (path === "/metrics" && answerMetrics) return answerMetrics(request, response);
    listener(request, response);
  };
}

function say(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { "Content-Type": "text/plain", "Cache-Control": "no-store" }).end(text);
}
