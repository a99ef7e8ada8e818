import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { runNext, StartError, say } from "../terminal.ts";
import { prepareStaticFiles } from "./prepare-static-files.ts";

/** Where a build is. */
export const buildFolder = ".next";

const stampFile = `${buildFolder}/built-from`;

// At the root. No build depends on what builds and tests leave behind, on the tests, on the scripts, or on texts about the
// project.
const leftOut =
  /^(?:(?:test-results|playwright-report|tests|scripts|deploy|docs)(?:[\\/]|$)|next-env\.d\.ts$|[A-Z]+(?:\.md)?$)/;

// The file viewer shows these. No pattern finds a dot file unless it is told to.
const dotFiles = ["examples/*/.env.example", "examples/*/.gitignore", "examples/*/.npmrc"];

/** Builds the site, unless the last build was made of the very same files. `inPages` are the settings that pages hold. */
export async function buildSite(inPages: string[]) {
  const stamp = buildStamp(inPages);
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
function buildStamp(inPages: string[]): string {
  const hash = createHash("sha256").update([...inPages, process.version, ""].join("\n"));
  for (const file of filesOfBuild()) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

/** Every file that a build may depend on. */
export function filesOfBuild(): string[] {
  // What is given here is a path or a name alone, so it cannot tell what stands at the root.
  const paths = globSync("**/*", { exclude: (path) => /(^|[\\/])(\.|node_modules$)/.test(path) });
  const kept = paths.filter((path) => !leftOut.test(path) && !/\.(tsbuildinfo|test\.tsx?)$/.test(path));
  return [...kept, ...globSync(dotFiles)].filter((path) => statSync(path).isFile()).sort();
}
