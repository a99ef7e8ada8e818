import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { foreignEnv, root } from "../support/environment";
import { startOtherApp } from "../support/other-app";
import { checksThat, readReport, runVerifier } from "../support/verifier";

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(override?: Parameters<typeof startOtherApp>[0]) {
  const app = await startOtherApp(override);
  stop = app.stop;
  return app;
}

describe("what only should be otherwise", () => {
  const atALoss: Parameters<typeof startOtherApp>[0] = ({ route, headers, user, body }) =>
    user && headers.origin && route === "POST /api/threads" && body === undefined
      ? { status: 500 }
      : undefined;

  test("is said, and does not fail the run", async () => {
    const app = await start(atALoss);
    const { code, stdout, stderr } = await runVerifier([app.url]);
    expect(stdout).toMatch(/^ok \d+ - input: /m);
    expect(stdout).toMatch(/^# should: POST \/api\/threads .*: 500, not 400\. /m);
    expect(stderr).toContain("input holds, and should be better:");
    expect(stderr).toContain("1 of them should be better. --strict fails on those too.");
    expect(code).toBe(0);
  });

  test("fails a strict run", async () => {
    const app = await start(atALoss);
    const { code, stdout } = await runVerifier(["--strict", "--json", app.url]);
    expect(checksThat("fails", readReport(stdout))).toEqual(["input"]);
    expect(code).toBe(1);
  });
});

test("--only makes these checks alone, and the first, without which there is no run", async () => {
  const app = await start();
  const { code, stdout } = await runVerifier(["--only", "isolation,gate-threads", app.url]);
  expect(stdout).toContain("TAP version 14\n1..3\n");
  expect([...stdout.matchAll(/^ok \d - ([\w-]+)/gm)].map(([, name]) => name)).toEqual([
    "handler",
    "gate-threads",
    "isolation",
  ]);
  expect(code).toBe(0);
});

test("--skip makes all but these", async () => {
  const app = await start();
  const { stdout } = await runVerifier(["--skip", "pages", "--json", app.url]);
  const names = readReport(stdout).checks.map(({ name }) => name);
  expect(names).toContain("isolation");
  expect(names).not.toContain("pages");
});

test("--limit makes one check more, which nobody makes without asking for it", async () => {
  const asked = new Map<unknown, number>();
  const app = await start(({ route, user }) => {
    if (!user || route !== "POST /api/chat") return undefined;
    const count = (asked.get(user) ?? 0) + 1;
    asked.set(user, count);
    const headers = { "Content-Type": "text/plain", "Retry-After": "30" };
    return { status: count > 20 ? 429 : 200, headers, body: "ok" };
  });
  const named = ["--json", "--only", "chat"];
  const without = readReport((await runVerifier([...named, app.url])).stdout);
  expect(without.checks.map(({ name }) => name)).toEqual(["handler", "chat"]);

  const { stdout, code } = await runVerifier([...named, "--limit", app.url]);
  expect(readReport(stdout).checks.map(({ name, result }) => [name, result])).toEqual([
    ["handler", "holds"],
    ["chat", "holds"],
    ["limit", "holds"],
  ]);
  expect(code).toBe(0);
});

test("a check that there is not is named, with those that there are", async () => {
  const { code, stderr } = await runVerifier(["--only", "isolations", "http://localhost"]);
  expect(stderr).toMatch(/There is no check isolations\. There are: handler, .*guesses\./);
  expect(code).toBe(2);
});

test("--junit prints XML in which failed and skipped tests are what they are, and nothing that an app says is markup", async () => {
  const app = await start(({ route, user }) =>
    !user && route === "GET /api/threads"
      ? { status: 307, headers: { Location: "/sign-in/<&>" } }
      : undefined,
  );
  const { code, stdout } = await runVerifier(["--junit", app.url]);
  expect(stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites>/);
  expect(stdout).toContain('tests="21" failures="2" errors="0" skipped="9"');
  expect(stdout).toMatch(
    /name="gate-threads: [^"]+"><failure message="[^"]+">GET .*\/sign-in\/&lt;&amp;&gt;/,
  );
  expect(stdout).toMatch(/name="chat: [^"]+"><skipped message="your app has no POST/);
  expect(code).toBe(1);
});

test("interrupted in the middle, it deletes what it made", async () => {
  let threads = 0;
  const app = await start(({ route, user }) => {
    if (user && route === "POST /api/threads" && ++threads === 30) child.kill("SIGINT");
    return undefined;
  });
  const file = join(root, "examples/verify/verify.mjs");
  const child = spawn(process.execPath, [file, app.url], { env: foreignEnv() });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  expect(stdout).toContain("Bail out! It was interrupted.");
  expect(stderr).toContain("Interrupted. Deleting what was made.");
  expect(code).toBe(130);
  expect(app.threads()).toBe(0);
});

test("an app that dies in the middle ends the run, and is not taken for one that fails", async () => {
  let threads = 0;
  const app = await start(async ({ route }) => {
    if (route === "POST /api/threads" && ++threads === 10) await app.stop();
    return undefined;
  });
  stop = async () => {};
  const { code, stdout } = await runVerifier(["--json", app.url]);
  const report = readReport(stdout);
  expect(report.problem).toContain(`${app.url} no longer answers.`);
  expect(checksThat("fails", report)).toEqual([]);
  expect(code).toBe(2);
});
