import { delimiter, dirname } from "node:path";

/** The environment of a shell in which nobody has heard of this project; its Node is the one that runs the tests. */
export function foreignEnv() {
  // Under a test runner's NODE_ENV, better-auth would check no origins.
  const kept = Object.entries(process.env).filter(
    ([name]) => name !== "NODE_ENV" && !name.startsWith("npm_"),
  );
  const folders = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"));
  return {
    ...Object.fromEntries(kept),
    PATH: [dirname(process.execPath), ...folders].join(delimiter),
    NEXT_TELEMETRY_DISABLED: "1",
  } as unknown as NodeJS.ProcessEnv;
}
