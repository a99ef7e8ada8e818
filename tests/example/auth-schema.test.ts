import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");
const example = join(root, "examples/nextjs");

// A copy, so that a generator that writes where it should not leaves the tree as it is.
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "example-schema-"));
  for (const name of [
    "auth.ts",
    "db",
    "drizzle",
    "drizzle.config.ts",
    "lib",
    "package.json",
    "server",
    "tsconfig.json",
  ]) {
    await cp(join(example, name), join(copy, name), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rm(copy, { recursive: true, force: true }));

const runTool = (file: string, args: string[]) =>
  run(process.execPath, [join(root, "node_modules", file), ...args], {
    cwd: copy,
    env: {
      ...process.env,
      BETTER_AUTH_SECRET: "a-secret-that-only-this-test-knows",
      BETTER_AUTH_TELEMETRY: "0",
    },
  });

test("db/auth-schema.ts is what better-auth's CLI generates from auth.ts, without a database", async () => {
  await runTool("auth/dist/index.mjs", [
    "generate",
    "--config",
    "auth.ts",
    "--output",
    "generated.ts",
    "--yes",
  ]);

  const generated = await readFile(join(copy, "generated.ts"), "utf8");
  expect(await readFile(join(example, "db/auth-schema.ts"), "utf8")).toBe(generated);
  expect(await readdir(copy)).not.toContain("app.db");
}, 60_000);

test("drizzle/ is up to date with the schema, and with one that is below src/", async () => {
  const before = await readdir(join(copy, "drizzle"), { recursive: true });
  const generate = async () => {
    const { stdout } = await runTool("drizzle-kit/bin.cjs", ["generate"]);
    expect(stdout).toContain("No schema changes");
    expect(stdout).toContain("session");
    expect(stdout).toContain("threads");
    expect(await readdir(join(copy, "drizzle"), { recursive: true })).toEqual(before);
  };
  await generate();

  await mkdir(join(copy, "src"));
  for (const name of ["db", "lib", "server"]) await rename(join(copy, name), join(copy, "src", name));
  await generate();
}, 60_000);
