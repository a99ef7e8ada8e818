import { onTestFinished } from "vitest";
import { startOtherApp } from "./other-app";
import { readReport, runVerifier } from "./verifier";

/** Runs the verifier against an app of another shape, which is there until the test ends. */
export async function verifyOtherApp(override?: Parameters<typeof startOtherApp>[0], args: string[] = []) {
  const app = await startOtherApp(override);
  onTestFinished(app.stop);
  const run = await runVerifier(["--json", ...args, app.url]);
  const report = readReport(run.stdout);
  const faults = (name: string) => report.checks.find((check) => check.name === name)?.faults.join(" ");
  const skipped = (name: string) => report.checks.find((check) => check.name === name)?.skipped;
  return { ...run, app, report, faults, skipped };
}
