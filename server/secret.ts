import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { StartError } from "./terminal.ts";

/** What `BETTER_AUTH_SECRET` must have, too. */
const minLength = 32;

/** The secret that signs the session cookies: drawn at the first start, then kept, so that a restart signs nobody out. */
export function loadOrCreateSecret(folder: string): string {
  const file = join(folder, "secret");
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) create(file);
    const secret = readFileSync(file, "utf8").trim();
    if (secret.length >= minLength) return secret;
  } catch (error) {
    throw new StartError(`DATA_DIR (${folder}) cannot be used: ${(error as Error).message}.`);
  }
  throw new StartError(
    `${file} holds no secret: it is too short. Delete it, and the next start draws another.`,
  );
}

/**
 * Writes the secret beside its place, to the disk, and links it there. So the file is whole, or not there, whatever ends
 * this process. A link fails if the file is there, so that of two starts at once only one draws.
 */
function create(file: string) {
  const draft = `${file}.${process.pid}`;
  try {
    writeToDisk(draft, randomBytes(32).toString("hex"));
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeToDisk(file: string, text: string) {
  const descriptor = openSync(file, "w", 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
