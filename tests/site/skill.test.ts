import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { mistakes } from "~/lib/mistakes/mistakes";
import { steps } from "~/lib/steps/steps";
import { foreignEnv, root } from "../support/environment";

const { site } = inject("addresses");
const run = promisify(execFile);

let skill: string;
beforeAll(async () => {
  skill = await (await fetch(`${site}/skill.md`)).text();
});

test("the skill is short, and says what it is for", () => {
  expect(skill.split("\n").length).toBeLessThan(500);
  expect(skill).toMatch(/^---\nname: better-auth-assistant-ui\ndescription: .{50,1024}\n---\n/);
});

test("the skill has every step with its command, its files and its check", () => {
  for (const { slug, files, merge = {} } of steps) {
    expect(skill).toContain(`npx shadcn@4 add ${site}/r/${slug}.json`);
    expect(skill).toContain(`${site}/docs/${slug}.md`);
    for (const path of Object.keys(files)) expect(skill).toContain(`- \`${path}\`: `);
    for (const advice of Object.values(merge)) expect(skill).toContain(advice);
  }
});

test("the skill has the rule that each mistake teaches, how to see that it holds, and ends with the verifier", () => {
  for (const { rule, test } of mistakes) {
    expect(skill).toContain(rule);
    expect(skill).toContain(test);
  }
  const last = skill.slice(skill.indexOf("## Verify"));
  expect(last).toContain(`curl -fsS ${site}/verify.mjs | node - http://localhost:3000`);
});

test("every address in the skill is there", async () => {
  const addresses = new Set(
    Array.from(skill.matchAll(/https?:\/\/[\w.:-]*\w(?:\/[\w.-]*\w)*/g), ([address]) => address).filter(
      (address) => address.startsWith(site) && !address.endsWith("/mcp"),
    ),
  );
  expect(addresses.size).toBeGreaterThan(20);
  for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);
});

test("the usual command finds it by the site's address, and installs it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "skill-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const command = join(root, "node_modules/skills/bin/cli.mjs");
  const env = { ...foreignEnv(), HOME: folder, DISABLE_TELEMETRY: "1" };
  await run("node", [command, "add", site, "--agent", "claude-code", "--yes"], { cwd: folder, env });
  const installed = join(folder, ".claude/skills/better-auth-assistant-ui/SKILL.md");
  expect(await readFile(installed, "utf8")).toBe(skill);
});
