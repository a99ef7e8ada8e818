import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import type { BuiltAnswer } from "./adapter.ts";
import { pathnameOf } from "./headers/pathname.ts";

/** Where Next.js puts them in a build. */
const folder = "server/";

/**
 * Sends what stays as the build made it, in the compressed forms that `build/prepare-static-files.ts` made, and passes all
 * other requests on. So reading the guide takes neither the compressor's threads nor Next.js.
 */
export function builtAnswers(build: string, answers: BuiltAnswer[]) {
  const known = answers.filter(({ file }) => file.startsWith(folder));
  const byPath = new Map(known.map((answer) => [answer.path, answer]));
  const byFile = new Map(known.map((answer) => [answer.file, answer]));
  const serve = sirv(join(build, folder), {
    brotli: true,
    gzip: true,
    etag: true,
    dotfiles: true,
    // It has just said that only the encoding matters.
    setHeaders: (response, path) =>
      response.setHeader("Vary", varyOf(byFile.get(join(folder, path))?.headers)),
  });

  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const path = answeredPath(request);
    const answer = path === undefined ? undefined : byPath.get(path);
    if (!answer) return next();

    const { url } = request;
    request.url = `/${encodeURI(answer.file.slice(folder.length))}`;
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    response.setHeader("Vary", varyOf(answer.headers));
    serve(request, response, () => {
      request.url = url;
      next();
    });
  };
}

const varyOf = (headers: Record<string, string> = {}) =>
  [headers.vary, "Accept-Encoding"].filter(Boolean).join(", ");

/** The path of the answer that a request asks for, in the names of Next.js. Undefined: Next.js shall decide. */
function answeredPath(request: IncomingMessage): string | undefined {
  const { method = "", headers, url = "" } = request;
  if (method !== "GET" && method !== "HEAD") return undefined;
  // `proxy.ts` answers this one with Markdown.
  if (/markdown/i.test(headers.accept ?? "")) return undefined;

  const path = pathnameOf(request);
  if (headers.rsc === undefined) return path.endsWith(".rsc") ? undefined : path;

  // A page's data, for the router in the browser. Without this parameter Next.js sends it to the right address first.
  if (headers.rsc !== "1" || !/[?&]_rsc=./.test(url)) return undefined;
  const page = path === "/" ? "/index" : path;
  const segment = headers["next-router-segment-prefetch"];
  const prefetch = headers["next-router-prefetch"];
  if (segment === undefined) return prefetch === undefined ? `${page}.rsc` : undefined;
  return prefetch === "1" ? `${page}.segments${segment}.segment.rsc` : undefined;
}
