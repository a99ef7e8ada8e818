import type { IncomingMessage } from "node:http";

/** Headers in which a client could claim anything, unless a proxy has set them. */
const clientHeaders = ["forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-real-ip"];

/**
 * Drops the `X-Forwarded-*` headers that no trusted proxy has set, because Next.js believes whatever a client sends. Each
 * trusted proxy has added the address that it saw at the end of `X-Forwarded-For`; the client wrote those before it.
 */
export function dropUntrustedHeaders({ headers, socket }: IncomingMessage, proxies: number) {
  const sent = String(headers["x-forwarded-for"] ?? "");
  const hops = sent.split(",").map((hop) => hop.trim());
  const seen = [...hops.filter(Boolean), socket.remoteAddress ?? "unknown"];
  headers["x-forwarded-for"] = seen.at(-1 - proxies) ?? seen[0];

  if (proxies > 0) return;
  for (const name of clientHeaders) delete headers[name];
}
