import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenBy } from "~/lib/checks/expected-failures";
import { mistakes } from "~/lib/mistakes/mistakes";
import { startMistakenExample } from "../support/mistaken-example";
import { checksThat, readReport, runVerifier } from "../support/verifier";

// A run makes a hundred requests and hashes three passwords.
const patience = 120_000;

let example: Awaited<ReturnType<typeof startMistakenExample>>;
beforeAll(async () => {
  example = await startMistakenExample();
});
afterAll(() => example.stop());

test(
  "with every file right, every check holds",
  async () => {
    example.make(undefined);
    const { code, stdout } = await runVerifier(["--json", example.url]);
    const report = readReport(stdout);
    expect(report.checks.flatMap(({ faults }) => faults)).toEqual([]);
    expect(checksThat("skipped", report)).toEqual([]);
    expect(code).toBe(0);
  },
  patience,
);

const onServer = mistakes.filter((mistake) => mistake.side === "server");

test.each(onServer.map((mistake) => [mistake.name, mistake] as const))(
  "%s fails exactly its own checks",
  async (name, { page }) => {
    example.make(name);
    const { code, stdout } = await runVerifier(["--json", example.url]);
    const report = readReport(stdout);
    expect(checksThat("fails", report)).toEqual(brokenBy[name]);
    expect(checksThat("skipped", report)).toEqual([]);
    expect(code).toBe(1);
    const [first] = report.checks.filter(({ result }) => result === "fails");
    expect(first?.page).toBe(`/docs/${page}`);
  },
  patience,
);
