import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBreakages } from "~/lib/checks/breakages";
import { buildBrokenExample } from "../support/breakages/broken-example";
import { type BrokenExample, isNoticed, verify } from "../support/breakages/outcome";

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

test("there are 70 mistakes at least", () => {
  expect(breakages.length).toBeGreaterThanOrEqual(70);
});

test("without a mistake, every check holds", async () => {
  const { fails, skipped, faults, problem } = await verify(example);
  expect({ fails, skipped, faults, problem }).toEqual({ fails: [], skipped: [], faults: [], problem: null });
});

describe.concurrent("a mistake is noticed by exactly the checks that it names:", () => {
  test.each(breakages.map((breakage) => [breakage.name, breakage] as const))("%s", async (_, breakage) => {
    const outcome = await verify(example, breakage);
    expect(outcome.problem).toBe(null);
    expect(outcome.skipped).toEqual([]);
    expect(outcome.fails.toSorted(), outcome.faults.join("\n")).toEqual(breakage.checks.toSorted());
    if (isNoticed(breakage, outcome)) noticed++;
  });
});
