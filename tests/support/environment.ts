import { delimiter, dirname, join } from "node:path";

export const root = join(import.meta.dirname, "../..");

/** What a test runner adds. Under its NODE_ENV, and under its TEST, better-auth checks no origins. */
const isOfRunner = (name: string) => name === "NODE_ENV" || name === "TEST" || name.startsWith("VITEST");

/** The environment of this process without what a test runner adds. */
export function plainEnv() {
  const env = without(isOfRunner);
  env.PATH = [join(root, "node_modules/.bin"), env.PATH ?? ""].join(delimiter);
  return env;
}

/** The environment of a shell in which nobody has heard of this project; its Node is the one that runs the tests. */
export function foreignEnv() {
  const env = without((name) => isOfRunner(name) || name.startsWith("npm_"));
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  env.PATH = [dirname(process.execPath), ...folders].join(delimiter);
  return env;
}

function without(isLeftOut: (name: string) => boolean) {
  const kept = Object.entries(process.env).filter(([name]) => !isLeftOut(name));
  // Next.js declares NODE_ENV to be always set, which holds inside of Next.js.
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: "1" } as unknown as NodeJS.ProcessEnv;
}
