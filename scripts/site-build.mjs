import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildStamp } from "../lib/server/build-stamp.ts";
import { prepareStaticFiles } from "../lib/server/static-files.ts";
import { next, say, stop } from "./prepare.mjs";

const stampFile = ".next/built-from";

/** Builds the site, unless the last build was made of the very same files. */
export async function buildIfNeeded(siteUrl) {
  const stamp = buildStamp(siteUrl);
  if (stamp === lastStamp()) return say("The site is built already.");

  say("Building the site. This takes about a minute, and only happens when something has changed.");
  rmSync(stampFile, { force: true });
  const [code] = await once(next("build"), "exit");
  if (code !== 0) stop("The build failed. What it said stands above.");
  await prepareStaticFiles(".next");
  writeFileSync(stampFile, stamp);
}

function lastStamp() {
  try {
    return readFileSync(stampFile, "utf8");
  } catch {
    return undefined;
  }
}
