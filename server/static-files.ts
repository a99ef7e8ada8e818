import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

const prefix = "/_next/static";

/**
 * Answers requests for a build's static files, in the compressed forms that `build/prepare-static-files.ts` made, and
 * passes all others on. Every name holds a hash of what is in the file, so browsers may keep it for good.
 */
export function staticFiles(build: string) {
  const serve = sirv(join(build, "static"), {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: 31_536_000,
  });

  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const { method = "", url = "" } = request;
    if (!url.startsWith(`${prefix}/`)) return next();
    if (!["GET", "HEAD"].includes(method)) return response.writeHead(405, { Allow: "GET, HEAD" }).end();
    request.url = url.slice(prefix.length);
    serve(request, response, () => {
      request.url = url;
      next();
    });
  };
}
