import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { utimes } from "node:fs/promises";
import { type FileHeader, readFileHeader, withTag } from "./file-header";

/** A sandbox that an earlier start left. */
interface StoredSandbox extends FileHeader {
  name: string;
  bytes: number;
  /** By the clock of the machine, in milliseconds. */
  lastUse: number;
}

const logs = ["-wal", "-shm"];

/** A sandbox's file, its logs, or what was going to be its file. */
const ownFile = /^([0-9a-f]{64})\.db(-wal|-shm|\.new)?$/;

/** The folder of the sandboxes: one SQLite file for each, with its logs while it is open. */
export class SandboxFiles {
  constructor(
    private readonly folder: string,
    private readonly template: Buffer,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  path(name: string) {
    // Not `join`, because this runs for each request.
    return `${this.folder}/${name}.db`;
  }

  exists(name: string) {
    return existsSync(this.path(name));
  }

  /** Writes a fresh sandbox beside its place and moves it there. So it is whole, or not there. */
  write(name: string, tag: number) {
    const draft = `${this.path(name)}.new`;
    try {
      writeFileSync(draft, withTag(this.template, tag), { mode: 0o600 });
      renameSync(draft, this.path(name));
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  }

  delete(name: string) {
    // The logs first: without their file, nobody would know whose they were.
    for (const suffix of [...logs, ""]) rmSync(this.path(name) + suffix, { force: true });
  }

  /** Writes down when a sandbox was used last, where a restart finds it. */
  recordUse(name: string) {
    const now = new Date();
    // A file that is gone is found out when it is opened.
    utimes(this.path(name), now, now).catch(() => {});
  }

  /** The space that is left on the disk. */
  freeBytes() {
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize;
  }

  /** The sandboxes that an earlier start left, least recently used first. What it left half-made or half-deleted goes. */
  list(): StoredSandbox[] {
    const stored: StoredSandbox[] = [];
    for (const entry of readdirSync(this.folder)) {
      const [, name = "", suffix] = ownFile.exec(entry) ?? [];
      if (name === "") continue;
      if (suffix === undefined) stored.push(this.#read(name));
      else if (suffix === ".new" || !this.exists(name)) rmSync(this.path(name) + suffix);
    }
    return stored.sort((a, b) => a.lastUse - b.lastUse);
  }

  #read(name: string): StoredSandbox {
    const { tag, isWritten } = readFileHeader(this.path(name));
    const { size, mtimeMs } = statSync(this.path(name));
    // What a killed process wrote last is in the log, and the mark may be, too.
    const hasLog = (statSync(`${this.path(name)}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    return { name, tag, isWritten: isWritten || hasLog, bytes: size, lastUse: mtimeMs };
  }
}
