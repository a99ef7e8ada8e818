import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { pack } from "tar-stream";
import { stepFile } from "./step-file";
import { projectFiles, steps } from "./steps";

/** One date for every file, so that the same files give the same bytes. The oldest that a zip can hold. */
const date = new Date(1980, 0, 1);

/** Every file of the whole app with its text, by its path in the app. */
function starterFiles(): [path: string, text: string][] {
  const paths = [...projectFiles, ...steps.flatMap(({ files }) => Object.keys(files))];
  return paths.sort().map((path) => [path, path === lockFile ? readLockFile() : stepFile(path).code]);
}

/** The whole app as a gzipped tar archive, its files at the archive's root. */
export async function starterTgz(): Promise<Uint8Array<ArrayBuffer>> {
  const archive = pack();
  for (const [name, text] of starterFiles()) archive.entry({ name, mtime: date }, text);
  archive.finalize();
  return new Uint8Array(gzipSync(await buffer(archive)));
}

/** The same as a zip archive. */
export function starterZip(): Uint8Array<ArrayBuffer> {
  const files = starterFiles().map(([name, text]) => [name, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: date }));
}

// It is too long to show, so it is not among the example's shown files.
const lockFile = "package-lock.json";
const readLockFile = () => readFileSync(join(process.cwd(), "examples/nextjs", lockFile), "utf8");
