import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

/**
 * `npm test`: everything that CI runs, one after the other, and the sum at the end. A step that writes a report counts
 * its tests. Any other step counts as one.
 */
const reports = "test-results";

const steps = [
  { name: "Format and lint", command: "biome check ." },
  { name: "Types", command: "npm run --silent typecheck" },
  { name: "Dead code", command: "knip" },
  vitest("Unit tests", "unit"),
  vitest("Property tests", "property"),
  // Without a build, there is nothing to test from here on.
  { name: "Build", command: "npm run --silent build", needed: true },
  vitest("API, example and links, against the build", "built"),
  { name: "nginx", command: "node scripts/nginx.mjs" },
  vitest("Behind proxies, on several instances, in a container", "deploy"),
  { name: "Browser", command: "node scripts/browser.mjs", needed: true },
  vitest("The guide, walked in an empty folder", "walk"),
  {
    name: "Every page's promises, in the browser",
    command: "playwright test --reporter=list,json",
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/e2e.json` },
    report: `${reports}/e2e.json`,
    count: ({ stats }) => [stats.expected, stats.unexpected + stats.flaky],
  },
];

function vitest(name, project) {
  const report = `${reports}/${project}.json`;
  return {
    name,
    command: `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`,
    report,
    count: ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests],
  };
}

function runStep({ name, command, env, report, count }) {
  const start = performance.now();
  console.log(`\n── ${name}: ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: "inherit", env: { ...process.env, ...env } });
  const seconds = Math.round((performance.now() - start) / 1000);
  const ok = status === 0;
  const [passed, failed] = report ? readReport(report, count) : [Number(ok), Number(!ok)];
  // A runner that failed without a failed test has failed all the same.
  return { name, seconds, passed, failed: ok ? failed : Math.max(failed, 1) };
}

/** How many tests have passed and have failed. A report that is missing, or that says neither, counts as a failure. */
function readReport(file, count) {
  try {
    const counts = count(JSON.parse(readFileSync(file, "utf8")));
    if (counts.every(Number.isInteger)) return counts;
    throw new Error(`${file} does not say how many tests have passed and failed.`);
  } catch (error) {
    console.error(`No report: ${error.message}`);
    return [0, 1];
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
