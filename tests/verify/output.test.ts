import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServerMistake } from "~/lib/mistakes/mistakes";
import { foreignEnv, root } from "../support/environment";
import { startMistakenExample } from "../support/mistaken-example";

// What Run and verify shows of a run is in files. Here it is held against a run.

let example: Awaited<ReturnType<typeof startMistakenExample>>;
beforeAll(async () => {
  example = await startMistakenExample();
});
afterAll(() => example.stop());

const folder = "examples/verify";

test.each<[string, ServerMistake | undefined]>([
  ["good.txt", undefined],
  ["broken.txt", "list-without-where"],
])(
  "%s is what a terminal shows",
  async (file, mistake) => {
    example.make(mistake);
    // One pipe for both, as a terminal is: what is printed keeps its order.
    const child = spawn("sh", ["-c", 'exec "$0" "$@" 2>&1', process.execPath, "verify.mjs", example.url], {
      cwd: join(root, folder),
      env: foreignEnv(),
    });
    const printed = readable(await text(child.stdout));
    expect(printed).toBe(readFileSync(join(root, folder, "output", file), "utf8"));
  },
  120_000,
);

/** Without what differs from run to run; and with the address from which a reader has the verifier. */
const readable = (printed: string) =>
  printed
    .replaceAll(example.url, "http://localhost:3000")
    .replaceAll(/verify-[\w-]+@/g, "verify-…@")
    .replaceAll(/(?<=[: "])\/docs\//g, "https://…/docs/");
