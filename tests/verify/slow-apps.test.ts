import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { startOtherApp } from "../support/other-app";
import { readReport, runVerifier } from "../support/verifier";

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function verifyApp(override: Parameters<typeof startOtherApp>[0], args: string[]) {
  const app = await startOtherApp(override);
  stop = app.stop;
  const run = await runVerifier(["--json", ...args, app.url]);
  const report = readReport(run.stdout);
  return { ...run, report, faults: report.checks.flatMap(({ faults }) => faults) };
}

/** Takes the time of a compiler for the first answer of each route, as `next dev` does. */
function compiling(milliseconds: number) {
  const compiled = new Set<string>();
  return async ({ route }: { route: string }) => {
    const [, path = ""] = route.split(" ");
    if (!compiled.has(path)) await wait(milliseconds);
    compiled.add(path);
    return undefined;
  };
}

test("a first answer of a route may have to be compiled, and a line says what is waited for", async () => {
  const { code, faults, stderr } = await verifyApp(compiling(600), ["--timeout", "0.5"]);
  expect(faults).toEqual([]);
  expect(stderr).toContain(
    "Waiting for POST /api/threads/{id}/messages, up to 90 s: it may still be compiling.",
  );
  expect(stderr.match(/Waiting for GET \/api\/threads,/g)).toHaveLength(1);
  expect(code).toBe(0);
});

test("the answers after the first have the short time alone", async () => {
  let lists = 0;
  const { code, faults } = await verifyApp(
    async ({ route }) => {
      if (route === "GET /api/threads" && lists++ > 0) await wait(600);
      return undefined;
    },
    ["--timeout", "0.5"],
  );
  expect(faults.join(" ")).toContain("no answer in 0.5 s");
  expect(code).toBe(1);
});

test("an app that compiles for longer is not taken for one that is not there", async () => {
  const { code, report } = await verifyApp(compiling(600), ["--timeout", "0.1", "--first-timeout", "0.3"]);
  expect(code).toBe(2);
  expect(report.problem).toMatch(
    /GET \/api\/auth\/ok: no answer in 0\.3 s\. Give it longer with --first-timeout\.$/,
  );
});
