import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBreakages } from "~/lib/checks/breakages";
import { buildBrokenExample } from "../support/breakages/broken-example";
import { type BrokenExample, isNoticed, verify } from "../support/breakages/outcome";
import { foreignEnv, root } from "../support/environment";

const breakages = readBreakages();

let example: BrokenExample;
let noticed = 0;
beforeAll(async () => {
  example = await buildBrokenExample(breakages);
});
afterAll(async () => {
  await example.stop();
  console.log(`score: ${noticed} of ${breakages.length}`);
});

test("without a mistake, every check holds", async () => {
  const { fails, skipped, faults, problem } = await verify(example);
  expect({ fails, skipped, faults, problem }).toEqual({ fails: [], skipped: [], faults: [], problem: null });
});

describe.concurrent("a mistake is noticed by exactly the checks that it names:", () => {
  test.each(breakages.map((breakage) => [breakage.name, breakage] as const))("%s", async (_, breakage) => {
    const outcome = await verify(example, breakage);
    if (isNoticed(breakage, outcome)) noticed++;
    const { fails, skipped, faults, problem } = outcome;
    expect({ skipped, problem }).toEqual({ skipped: [], problem: null });
    expect(fails.toSorted(), faults.join("\n")).toEqual(breakage.checks.toSorted());
  });
});

describe("what Run and verify shows of a run is what a terminal shows:", () => {
  const folder = join(root, "examples/verify");

  test.each([
    ["good.txt", undefined],
    ["broken.txt", "list-without-where"],
  ])("%s", async (file, mistake) => {
    const { address, stop } = await example.start(mistake);
    // One pipe for both, as a terminal is: what is printed keeps its order.
    const child = spawn("sh", ["-c", 'exec "$0" "$@" 2>&1', process.execPath, "verify.mjs", address], {
      cwd: folder,
      env: foreignEnv(),
    });
    const printed = readable(await text(child.stdout), address);
    await stop();
    expect(printed).toBe(readFileSync(join(folder, "output", file), "utf8"));
  });
});

/** Without what differs from run to run; and with the address from which a reader has the verifier. */
const readable = (printed: string, address: string) =>
  printed
    .replaceAll(address, "http://localhost:3000")
    .replaceAll(/verify-[\w-]+@/g, "verify-…@")
    .replaceAll(/(?<=[: "])\/docs\//g, "https://…/docs/");
