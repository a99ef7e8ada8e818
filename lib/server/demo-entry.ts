import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { z } from "zod";
import { simulateHeader as pretendHeader } from "../sandbox/protocol/simulation.ts";

const route = "/demo/[browser]/api/[...path]/route";

/** What a route of a build exports. https://nextjs.org/docs/app/api-reference/adapters/invoking-entrypoints */
interface EntryPoint {
  handler(request: IncomingMessage, response: ServerResponse, context: object): Promise<unknown>;
}

/** Paths that mean the same to whoever reads them: no dots, nothing encoded, no slash too many. */
const plainPath = /^\/demo\/[\w-]+\/api(?:\/[\w-]+)+(?:\?|$)/;

/** Headers that Next.js' server acts on, or keeps from a route because it only believes its own. */
const isForNext = (name: string) =>
  name === pretendHeader || /^(?:x-middleware-|x-now-|x-matched-path$|x-next|next-)/.test(name);

/**
 * Answers what the demos ask the example's API by calling the route itself, as a platform that hosts Next.js does, and
 * passes all else on. For each request Next.js' server would find out again which route it is for.
 * Throws if the build has no such route. To be called when Next.js is prepared.
 */
export function demoEntry(build: string) {
  const manifest: unknown = JSON.parse(
    readFileSync(resolve(build, "server/app-paths-manifest.json"), "utf8"),
  );
  const file = z.record(z.string(), z.string()).parse(manifest)[route];
  if (file === undefined) throw new Error(`${build} has no ${route}.`);
  const { handler }: EntryPoint = createRequire(resolve(build, "server/_"))(`./${file}`);

  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (!plainPath.test(request.url ?? "") || Object.keys(request.headers).some(isForNext)) return next();

    // A connection that breaks is seen elsewhere: the request's signal is aborted, and streams are cancelled.
    for (const stream of [request, response]) stream.on("error", () => {});
    handler(request, response, {}).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
}
