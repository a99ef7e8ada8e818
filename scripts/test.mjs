import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

/**
 * `npm test`: everything that CI runs, one after the other, and the sum at the end. A step that writes a report counts
 * its tests, and each that failed is named once more at the end, where it is not lost among all that passed. Any other
 * step counts as one.
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
  vitest("The verifier, against one mistake at a time", "breakages"),
  { name: "nginx", command: "node scripts/nginx.mjs" },
  { name: "Caddy", command: "node scripts/caddy.mjs" },
  vitest("Behind proxies, on several instances, in a container", "deploy"),
  { name: "Browser", command: "node scripts/browser.mjs", needed: true },
  { name: "Firefox and WebKit", command: "node scripts/engines.mjs" },
  vitest("The core of every page, in Firefox and WebKit", "engines"),
  vitest("The guide, walked in an empty folder", "walk"),
  {
    name: "Every page's promises, in the browser",
    command: "playwright test --reporter=list,json",
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/e2e.json` },
    report: `${reports}/e2e.json`,
    read: ({ stats, suites }) => ({ passed: stats.expected, failures: suites.flatMap(failedSpecs) }),
  },
];

function vitest(name, project) {
  const report = `${reports}/${project}.json`;
  return {
    name,
    command: `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`,
    report,
    read: ({ numPassedTests, testResults }) => ({
      passed: numPassedTests,
      failures: testResults.flatMap(failedTests),
    }),
  };
}

/** A file of vitest's report. One that could not be loaded has a message, and no tests. */
function failedTests({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (status === "failed" && failed.length === 0) return [{ title: name, message }];
  return failed.map((test) => ({
    title: `${name} › ${test.fullName}`,
    message: test.failureMessages.join("\n"),
  }));
}

/** A file or a group of Playwright's report. A test that passed on a second try has failed. */
function failedSpecs({ specs = [], suites = [] }) {
  const failed = specs.filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === "flaky"));
  return [
    ...failed.map(({ file, title, tests }) => ({
      title: `${file} › ${title}`,
      message: tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors.map((e) => e.message)))
        .join("\n"),
    })),
    ...suites.flatMap(failedSpecs),
  ];
}

function runStep({ name, command, env, report, read }) {
  const start = performance.now();
  console.log(`\n── ${name}: ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: "inherit", env: { ...process.env, ...env } });
  const seconds = Math.round((performance.now() - start) / 1000);
  const ok = status === 0;
  const { passed, failures } = report ? readReport(report, read) : { passed: Number(ok), failures: [] };
  // A runner that failed without a failed test has failed all the same.
  return { name, seconds, passed, failures, failed: ok ? failures.length : Math.max(failures.length, 1) };
}

/** What a report says. One that is missing, or that does not say how many tests have passed, counts as a failure. */
function readReport(file, read) {
  try {
    const result = read(JSON.parse(readFileSync(file, "utf8")));
    if (Number.isInteger(result.passed)) return result;
    throw new Error(`${file} does not say how many tests have passed.`);
  } catch (error) {
    return { passed: 0, failures: [{ title: "No report", message: error.message }] };
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

for (const { name, failures } of results) {
  for (const { title, message } of failures) console.log(`\n✗ ${name}: ${title}\n${message}`);
}

console.log("");
for (const { name, passed, failed, seconds } of results) {
  console.log(`${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
