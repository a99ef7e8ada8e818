import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { foreignEnv, root } from "./environment.ts";

const run = promisify(execFile);
const example = join(root, "examples/nextjs");

export const npm = (copy: string, ...args: string[]) =>
  run("npm", args, { cwd: copy, env: foreignEnv(), maxBuffer: 16 * 1024 * 1024 });

/**
 * A copy of the example outside the tree, installed and built with the commands of its README. The folder is named
 * after the content, so that the same content is prepared once.
 */
export async function prepareExample() {
  const files = await exampleFiles();
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(await readFile(join(example, file)));
  const copy = join(tmpdir(), `better-auth-assistant-ui-example-${hash.digest("hex").slice(0, 16)}`);
  const done = join(copy, "node_modules/.prepared");
  if (existsSync(done)) return copy;

  await rm(copy, { recursive: true, force: true });
  for (const file of files) {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await cp(join(example, file), join(copy, file));
  }
  await npm(copy, "ci");
  await npm(copy, "run", "build");
  await writeFile(done, "");
  return copy;
}

const ignored =
  /(^|\/)(node_modules|\.next|next-env\.d\.ts|\.env(?!\.example)[^/]*|[^/]+\.(db|db-\w+|db\.lock|tsbuildinfo))(\/|$)/;

/** What a clone holds: no build, no database. */
export async function exampleFiles() {
  const entries = await readdir(example, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(example, join(entry.parentPath, entry.name)))
    .filter((file) => !ignored.test(file))
    .sort();
}
