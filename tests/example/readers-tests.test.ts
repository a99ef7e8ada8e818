import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { plainEnv, root } from "../support/environment";
import { twoFreePorts } from "../support/free-port";

const run = promisify(execFile);

test("the tests that a reader takes home pass against the example", async () => {
  const env = { ...plainEnv(), PORT: String(await twoFreePorts()), EXAMPLE_COPY: inject("addresses").copy };
  await run("node", ["scripts/browser.mjs"], { cwd: root, env });
  const config = join("tests/example/readers-tests.config.ts");
  const { stdout } = await run("playwright", ["test", "-c", config, "--reporter=list"], { cwd: root, env });
  expect(stdout).toContain("4 passed");
}, 300_000);
