import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { runNext, StartError, say } from "../terminal.ts";
import { prepareStaticFiles } from "./prepare-static-files.ts";

/** Where a build is. */
export const buildFolder = ".next";

const stampFile = `${buildFolder}/built-from`;

// No build depends on what builds and tests leave behind, on the tests, on the scripts, or on texts about the project.
const leftOut = ["test-results", "playwright-report", "tests", "scripts", "docs", "next-env.d.ts"];

// The file viewer shows these. No pattern finds a dot file unless it is told to.
const dotFiles = ["examples/*/.env.example", "examples/*/.gitignore", "examples/*/.npmrc"];

/** Builds the site, unless the last build was made of the very same files. */
export async function buildSite(siteUrl: string) {
  const stamp = buildStamp(siteUrl);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp)
    return say("The site is built already.");

  say("Building the site. This takes about a minute, and only happens when something has changed.");
  rmSync(stampFile, { force: true });
  const [code] = await once(runNext("build"), "exit");
  if (code !== 0) throw new StartError("The build failed. What it said stands above.");
  await prepareStaticFiles(buildFolder);
  writeFileSync(stampFile, stamp);
}

/** Stands for everything that a build is made of. Two builds with one stamp are the same. */
function buildStamp(siteUrl: string): string {
  const hash = createHash("sha256").update(`${siteUrl}\n${process.version}\n`);
  const files = globSync("**/*", {
    exclude: (path) =>
      leftOut.includes(path) ||
      /(^|[\\/])(\.|node_modules$)|\.(tsbuildinfo|test\.tsx?)$|^[A-Z]+(\.md)?$/.test(path),
  });
  files.push(...globSync(dotFiles));
  for (const file of files.sort()) {
    if (statSync(file).isFile()) hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}
