import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";

// What no build depends on: what builds and tests leave behind, the tests, these scripts, and what is about the project.
const leftOut = [
  "node_modules",
  "test-results",
  "playwright-report",
  "tests",
  "scripts",
  "docs",
  "next-env.d.ts",
];

// The file viewer shows these. No pattern finds a dot file unless it is told to.
const dotFiles = ["examples/*/.env.example", "examples/*/.gitignore", "examples/*/.npmrc"];

/** Stands for everything that a build is made of. Two builds with one stamp are the same. */
export function buildStamp(siteUrl: string): string {
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
