import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { mistakes } from "../mistakes/mistakes.ts";
import { brokenBy } from "./expected-failures.ts";

/** The example with one mistake in its server half, which the verifier must notice. */
export interface Breakage {
  name: string;
  /** What goes wrong, in a sentence or two. */
  about: string;
  /** The checks that must fail. All others hold. */
  checks: readonly string[];
  /** A unified diff against the example, or the path of one file of it that a mistake of the guide stands in for. */
  change: { patch: string } | { file: string; text: string };
}

const folder = "tests/verify/breakages";

// Without the comment, the bundler would include every file that the path could mean.
const at = (...path: string[]) => join(/* turbopackIgnore: true */ process.cwd(), ...path);

/** All of them by their names: a patch for each, and the mistakes of the guide. It reads files, so it is for the build only. */
export function readBreakages(): Breakage[] {
  const patches = readdirSync(at(folder)).map((file) => readPatch(basename(file, ".patch")));
  return [...patches, ...fromMistakes()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A patch begins with what goes wrong, and names the checks in the last line before the diff. */
function readPatch(name: string): Breakage {
  const text = readFileSync(at(folder, `${name}.patch`), "utf8");
  const [, about, checks, patch] = /^(.+)\nChecks: ([\w-]+(?:, [\w-]+)*)\n(--- .+)$/s.exec(text) ?? [];
  if (!about || !checks || !patch) {
    throw new Error(`${folder}/${name}.patch does not say what goes wrong, "Checks: …", and the diff.`);
  }
  return { name, about: about.replace(/\s+/g, " "), checks: checks.split(", "), change: { patch } };
}

function fromMistakes(): Breakage[] {
  const onServer = mistakes.filter(({ side }) => side === "server");
  return onServer.map(({ name, symptom, file }) => {
    const text = readFileSync(at("examples/mistakes", name, file), "utf8");
    return { name, about: symptom, checks: brokenBy[name], change: { file, text } };
  });
}
