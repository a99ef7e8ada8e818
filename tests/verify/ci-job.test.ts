import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { allHold } from "~/lib/steps/steps";
import { foreignEnv, root } from "../support/environment";
import { freePort } from "../support/free-port";

const workflow = z.object({
  jobs: z.object({
    verify: z.object({
      env: z.object({ BETTER_AUTH_URL: z.string() }).catchall(z.string()),
      steps: z.array(z.object({ run: z.string().optional(), uses: z.string().optional() })),
    }),
  }),
});

/** The job as GitHub reads it, but for the two ports: on this machine others may have them. */
async function readJob() {
  const [app, model] = [String(await freePort()), String(await freePort())];
  const text = readFileSync(join(root, "examples/ci/verify.yml"), "utf8");
  const { env, steps } = workflow.parse(parse(text.replaceAll("3000", app).replaceAll("4010", model))).jobs
    .verify;
  return { env: { ...env, PORT: app }, steps };
}

/** The built example with the verifier in it, as the job finds them after its first steps. */
function checkout() {
  const folder = mkdtempSync(join(tmpdir(), "ci-job-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { copy } = inject("addresses");
  for (const entry of readdirSync(copy)) symlinkSync(join(copy, entry), join(folder, entry));
  mkdirSync(join(folder, "tests"));
  copyFileSync(join(root, "examples/verify/verify.mjs"), join(folder, "tests/verify.mjs"));
  return folder;
}

/** Runs a step as GitHub does. What it leaves running, runs until the test ends. */
async function runStep(command: string, cwd: string, env: NodeJS.ProcessEnv) {
  const child = spawn("bash", ["-e", "-c", command], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const closed = once(child, "close");
  onTestFinished(async () => {
    if (child.pid !== undefined && child.stdout.readable) process.kill(-child.pid, "SIGTERM");
    await closed;
  });
  const [code] = await once(child, "exit");
  expect(code, `${command}\n${output}`).toBe(0);
}

test("the job of examples/ci verifies the example, and its summary says that all holds", async () => {
  const { env, steps } = await readJob();
  expect(steps.flatMap(({ uses }) => uses ?? [])).toEqual(["actions/checkout@v5", "actions/setup-node@v5"]);

  const [install, build, ...rest] = steps.flatMap(({ run }) => run ?? []);
  // These two have been run: they are how the copy was made.
  expect([install, build]).toEqual(["npm ci", "npm run build"]);

  const folder = checkout();
  const summary = join(folder, "summary.md");
  for (const command of rest) {
    await runStep(command, folder, { ...foreignEnv(), ...env, GITHUB_STEP_SUMMARY: summary });
  }
  const table = readFileSync(summary, "utf8");
  expect(table).toContain(`## verify.mjs: ${env.BETTER_AUTH_URL}`);
  expect(table).toContain(`${allHold}.`);
  expect(table).toContain("| **chat**: a signed-in user gets an answer | ✓ holds |");
}, 180_000);
