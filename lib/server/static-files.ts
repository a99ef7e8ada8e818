import { globSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import sirv from "sirv";

/**
 * Has the browser compile all of a script's functions off the main thread, while the script comes in. Without it they are
 * skipped there, and compiled at their first call, on the main thread. https://v8.dev/blog/explicit-compile-hints
 */
const compileHint = "//# allFunctionsCalledOnLoad\n";

const prefix = "/_next/static";

/**
 * Makes a build's static files ready to be served: gives the hint to the scripts that pages begin with, and puts beside
 * all that is text its compressed forms. Throws if no page begins with a script, for then it has looked in the wrong place.
 */
export async function prepareStaticFiles(build: string) {
  const scripts = scriptsOfPages(build);
  if (scripts.length === 0) throw new Error(`No page in ${build} begins with a script of its own.`);
  await Promise.all(scripts.map(addHint));
  await Promise.all(globSync(join(build, "static/**/*.{css,js,svg}")).map(compress));
}

/** What the pages' own tags load. What is fetched later, if at all, may be large, and little of it called. */
function scriptsOfPages(build: string) {
  const names = new Set<string>();
  for (const page of globSync(join(build, "server/app/**/*.html"))) {
    const tags = readFileSync(page, "utf8").matchAll(/<script\b[^>]*?\ssrc="\/_next\/(static\/[^"?]+\.js)/g);
    for (const [, name = ""] of tags) names.add(name);
  }
  return [...names].map((name) => join(build, name));
}

async function addHint(script: string) {
  const code = await readFile(script, "utf8");
  if (!code.startsWith(compileHint)) await writeFile(script, compileHint + code);
}

async function compress(file: string) {
  const content = await readFile(file);
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}

/**
 * Answers requests for a build's static files, and passes all others on. Every name holds a hash of what is in the file,
 * so browsers may keep it for good.
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
