import { globSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { readBuiltPages } from "../adapter.ts";

/**
 * Has the browser compile all of a script's functions off the main thread, while the script comes in. Without it they are
 * skipped there, and compiled at their first call, on the main thread. https://v8.dev/blog/explicit-compile-hints
 */
const compileHint = "//# allFunctionsCalledOnLoad\n";

/**
 * Makes a build's static files ready to be served: adds the hint to the scripts that pages begin with, and puts the
 * compressed forms of each text beside it, of pages and of their data as well. Throws if no page begins with a script: then it looks in the wrong place.
 */
export async function prepareStaticFiles(build: string) {
  const scripts = scriptsOfPages(build);
  if (scripts.length === 0) throw new Error(`No page in ${build} begins with a script of its own.`);
  await Promise.all(scripts.map(addHint));
  await Promise.all(globSync(join(build, "static/**/*.{css,js,svg}")).map((file) => compress(file, 11)));
  const texts = readBuiltPages(build).answers.filter(({ headers }) => isText(headers["content-type"] ?? ""));
  // There are hundreds. The last step of quality takes ten times as long, and saves some percent.
  await Promise.all(texts.map(({ file }) => compress(join(build, file), 9)));
}

/** The scripts that the pages' own tags load. A script that is fetched later may be large, and little of it called. */
function scriptsOfPages(build: string) {
  const { pages, errorPages } = readBuiltPages(build);
  const names = new Set<string>();
  for (const file of [...pages.map(({ html }) => html), ...errorPages]) {
    const html = readFileSync(join(build, file), "utf8");
    for (const [, name = ""] of html.matchAll(/<script\b[^>]*?\ssrc="\/_next\/(static\/[^"?]+\.js)/g)) {
      names.add(name);
    }
  }
  return [...names].map((name) => join(build, name));
}

async function addHint(script: string) {
  const code = await readFile(script, "utf8");
  if (!code.startsWith(compileHint)) await writeFile(script, compileHint + code);
}

const isText = (type: string) => /^text\/|^application\/(?:json|xml)\b|^image\/svg/.test(type);

async function compress(file: string, quality: number) {
  const content = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}
