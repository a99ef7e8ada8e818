import type { IncomingMessage, ServerResponse } from "node:http";
import onHeaders from "on-headers";
import { pathnameOf } from "./pathname.ts";

/**
 * Tells caches that a page of the guide is HTML or Markdown, whichever the reader accepts (`proxy.ts`). Said here,
 * because Next.js overwrites the `Vary` of static pages, its proxy's included.
 */
export function varyOnAccept(request: IncomingMessage, response: ServerResponse) {
  if (!/^\/docs(\/|$)/.test(pathnameOf(request))) return;
  onHeaders(response, () => {
    const vary = [response.getHeader("Vary") ?? []].flat();
    response.setHeader("Vary", [...vary, "Accept"].join(", "));
  });
}
