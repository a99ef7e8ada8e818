import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importsIn, resolveImport } from "../examples/imports";
import { stepFile } from "./step-file";
import { findStep, type Step, steps } from "./steps";

export interface Packages {
  /** Each as `name@version`. */
  dependencies: string[];
  devDependencies: string[];
}

/** What every Next.js project has, and what Next.js brings itself. */
const withNext = new Set(["next", "react", "react-dom", "server-only", "tailwindcss"]);

/** The steps, of those before it, whose files a step's files import, or that it names. */
export function stepsNeeded(step: Step): Step[] {
  const owners = filesNeeded(step).map((file) => ownerOf(file, step));
  const named = (step.needs ?? []).map(findStep);
  return steps.filter((other) => other !== step && [...owners, ...named].includes(other));
}

/** The packages that a step adds to those of the steps before it, in the example's versions. */
export function packagesOf(step: Step): Packages {
  const { dependencies, devDependencies } = example();
  const before = steps.slice(0, steps.indexOf(step)).flatMap(packageNames);
  const added = packageNames(step).filter((name) => !before.includes(name));
  const withVersion = (from: Record<string, string>) =>
    added.filter((name) => from[name]).map((name) => `${name}@${from[name]}`);

  const unknown = added.filter((name) => !dependencies[name] && !devDependencies[name]);
  if (unknown.length > 0) throw new Error(`The example's package.json lacks ${unknown.join(", ")}.`);
  return { dependencies: withVersion(dependencies), devDependencies: withVersion(devDependencies) };
}

/** The files of the example that a step's files import. Throws if the project has one, or a later step. */
function filesNeeded(step: Step): string[] {
  return Object.keys(step.files).flatMap((path) => {
    const { file, code } = stepFile(path);
    return importsIn(code).flatMap(
      (name) => resolveImport(file, name)?.replace("examples/nextjs/", "") ?? [],
    );
  });
}

function ownerOf(file: string, step: Step): Step {
  const until = steps.slice(0, steps.indexOf(step) + 1);
  const owner = until.find(({ files }) => file in files);
  if (!owner) throw new Error(`The step ${step.slug} imports ${file}, which no step until then brings.`);
  return owner;
}

function packageNames({ files, tools = [] }: Step): string[] {
  const names = Object.keys(files).flatMap((path) => importsIn(stepFile(path).code).flatMap(packageName));
  return [...new Set([...names, ...tools])].sort();
}

/** `drizzle-orm/sqlite-core` is of the package `drizzle-orm`. Nothing for a file, a module of Node.js, or Next.js. */
function packageName(imported: string): string[] {
  if (/^(\.|@\/|node:)/.test(imported)) return [];
  const name = imported
    .split("/")
    .slice(0, imported.startsWith("@") ? 2 : 1)
    .join("/");
  return withNext.has(name) ? [] : [name];
}

function example(): Record<"dependencies" | "devDependencies", Record<string, string>> {
  return JSON.parse(readFileSync(join(process.cwd(), "examples/nextjs/package.json"), "utf8"));
}
