import { hash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { readActiveMistakes, writeActiveMistakes } from "./active-mistakes";
import { freeBytes, isSound } from "./database";
import { databaseErrorOf } from "./database-error";
import { OpenDatabases } from "./open-databases";
import type { SandboxHandle, SandboxStore } from "./store";

interface Options {
  folder: string;
  template: Buffer;
  maxBytes: number;
  maxOpen: number;
  maxCount: number;
  timeToLive: number;
}

interface Use {
  last: number;
  /** The last use that was written to the file's modification time, where a restart finds it. */
  recorded: number;
}

const recordEvery = 10 * 60_000;

/**
 * Keeps each sandbox as one SQLite file. It works synchronously, as better-sqlite3 does, so nothing can happen between
 * finding a file missing and putting a fresh one there.
 */
export class FileStore implements SandboxStore {
  readonly #databases: OpenDatabases;
  /** Every sandbox there is, least recently used first. */
  readonly #uses = new Map<string, Use>();
  /** Removed, but a request that is under way still uses it. */
  readonly #leaving = new Set<string>();

  constructor(private readonly options: Options) {
    this.#databases = new OpenDatabases(options.maxOpen, options.maxBytes);
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    for (const [name, last] of this.#readFolder()) this.#uses.set(name, { last, recorded: last });
    this.#evict(options.maxCount);
  }

  async create() {
    this.#evict(this.options.maxCount - 1);
    const token = drawToken();
    const name = nameOf(token);
    const now = Date.now();
    this.#write(name);
    this.#uses.set(name, { last: now, recorded: now });
    return token;
  }

  async open(token: string) {
    const name = nameOf(token);
    const use = this.#uses.get(name);
    if (!use || this.#isExpired(use)) return null;
    this.#touch(name, use);
    this.#acquire(name);
    return this.#handle(name);
  }

  async remove(token: string) {
    const name = nameOf(token);
    if (!this.#uses.delete(name)) return;
    if (this.#databases.isInUse(this.#file(name))) this.#leaving.add(name);
    else this.#delete(name);
  }

  async sweep() {
    this.#evict(this.options.maxCount);
  }

  async close() {
    this.#databases.closeAll();
  }

  #handle(name: string): SandboxHandle {
    const file = this.#file(name);
    const databases = this.#databases;
    let released = false;
    return {
      id: name,
      // Looked up at each use. What a request leaves behind may write after its end, and a closed database then opens again.
      get db() {
        return databases.get(file);
      },
      freeBytes: () => freeBytes(databases.get(file).$client),
      isSound: () => isSound(databases.get(file).$client),
      activeMistakes: () => readActiveMistakes(databases.get(file).$client),
      setActiveMistakes: (names) => writeActiveMistakes(databases.get(file).$client, names),
      replace: () => this.#replace(name, "it is damaged."),
      release: () => {
        if (released) return;
        released = true;
        databases.release(file);
        if (!databases.isInUse(file) && this.#leaving.delete(name)) this.#delete(name);
      },
    };
  }

  #acquire(name: string) {
    try {
      this.#databases.acquire(this.#file(name));
    } catch (error) {
      // Anything else, such as a lack of file descriptors, is no reason to throw a sound file away.
      const vanished = !existsSync(this.#file(name));
      if (!vanished && databaseErrorOf(error) !== "broken") throw error;
      this.#replace(name, vanished ? "it is gone." : "it is damaged.");
      this.#databases.acquire(this.#file(name));
    }
  }

  #replace(name: string, reason: string) {
    console.warn(`Sandbox ${name.slice(0, 8)} starts afresh, because its file cannot be used: ${reason}`);
    this.#databases.replaceFile(this.#file(name), () => {
      this.#deleteFiles(name);
      this.#write(name);
    });
  }

  #write(name: string) {
    writeFileSync(this.#file(name), this.options.template, { mode: 0o600 });
  }

  #touch(name: string, use: Use) {
    use.last = Date.now();
    // A map keeps the order of insertion, so this moves the sandbox to the end.
    this.#uses.delete(name);
    this.#uses.set(name, use);
    if (use.last - use.recorded < recordEvery) return;
    use.recorded = use.last;
    // A file that is gone is found out when it is opened.
    utimes(this.#file(name), new Date(use.last), new Date(use.last)).catch(() => {});
  }

  #isExpired(use: Use) {
    return use.last + this.options.timeToLive <= Date.now();
  }

  /** Deletes the expired sandboxes, and then the oldest until no more than `count` are left. Those in use stay. */
  #evict(count: number) {
    for (const [name, use] of this.#uses) {
      if (!this.#isExpired(use) && this.#uses.size <= count) return;
      if (this.#databases.isInUse(this.#file(name))) continue;
      this.#uses.delete(name);
      this.#delete(name);
    }
  }

  #delete(name: string) {
    this.#databases.close(this.#file(name));
    this.#deleteFiles(name);
  }

  #deleteFiles(name: string) {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(this.#file(name) + suffix, { force: true });
  }

  #file(name: string) {
    // Not `join`, because this runs for each request.
    return `${this.options.folder}/${name}.db`;
  }

  /** The sandboxes that an earlier start left, least recently used first. */
  #readFolder(): [name: string, lastUse: number][] {
    return readdirSync(this.options.folder)
      .filter((entry) => /^[0-9a-f]{64}\.db$/.test(entry))
      .map((entry): [string, number] => [
        entry.slice(0, -3),
        statSync(join(this.options.folder, entry)).mtimeMs,
      ])
      .sort(([, a], [, b]) => a - b);
  }
}

/** 256 random bits, which only the visitor's cookie holds. */
const drawToken = () => randomBytes(32).toString("base64url");

/** The name of a sandbox. It is all that the server keeps, and does not lead back to the token. */
export const nameOf = (token: string) => hash("sha256", token);
