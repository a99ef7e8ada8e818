import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";

/**
 * `npm test`: everything that CI runs, one after the other, and the sum at the end. A step that brings a report counts
 * its tests; a step without one counts as one.
 */
const reports = "test-results";

const steps = [
  { name: "Format and lint", command: "biome check ." },
  { name: "Types", command: "npm run --silent typecheck" },
  { name: "Dead code", command: "knip" },
  vitest("Unit tests", "unit"),
  vitest("Property tests", "property"),
  // Whoever does not build has nothing to test from here on.
  { name: "Build", command: "npm run --silent build", needed: true },
  vitest("API, example and links, against the build", "built"),
  { name: "Browser", command: "node scripts/browser.mjs", needed: true },
  playwright("Every page's promises, in the browser"),
];

function vitest(name, project) {
  const file = `${reports}/${project}.json`;
  return {
    name,
    command: `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${file}`,
    count() {
      const report = z
        .object({ numPassedTests: z.number(), numFailedTests: z.number() })
        .parse(readJson(file));
      return { passed: report.numPassedTests, failed: report.numFailedTests };
    },
  };
}

function playwright(name) {
  const file = `${reports}/e2e.json`;
  return {
    name,
    command: "playwright test --reporter=list,json",
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    count() {
      const stats = z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() });
      const report = z.object({ stats }).parse(readJson(file));
      return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
    },
  };
}

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

function runStep({ name, command, env, count }) {
  const start = performance.now();
  console.log(`\n── ${name}: ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: "inherit", env: { ...process.env, ...env } });
  const seconds = Math.round((performance.now() - start) / 1000);
  const result = tally(status === 0, count);
  return { name, seconds, ...result };
}

/** A runner that failed without a failed test, or without a report, has failed all the same. */
function tally(ok, count) {
  if (!count) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const { passed, failed } = count();
    return { passed, failed: ok ? failed : Math.max(failed, 1) };
  } catch (error) {
    console.error(`No report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const results = [];
for (const step of steps) {
  const result = runStep(step);
  results.push(result);
  if (step.needed && result.failed > 0) break;
}

console.log("");
for (const { name, passed, failed, seconds } of results) {
  console.log(`${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
