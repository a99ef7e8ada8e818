import type { Database } from "better-sqlite3";
import { openDatabase } from "./database";
import type { SandboxDatabase } from "./store";

interface OpenDatabase {
  db: SandboxDatabase;
  users: number;
  /** The rows that had been changed when somebody asked last. */
  changes: number;
  /** When somebody last began to use it, or ended. Of the clock that no one sets. */
  usedAt: number;
}

/** The databases that are open, least recently used first. One that is in use is never closed. */
export class OpenDatabases {
  readonly #open = new Map<string, OpenDatabase>();

  constructor(
    private readonly maxOpen: number,
    private readonly maxBytes: number,
  ) {}

  get size() {
    return this.#open.size;
  }

  isInUse(file: string) {
    return (this.#open.get(file)?.users ?? 0) > 0;
  }

  /** Opens the database of a file. It stays open until it is released as often as it was acquired. */
  acquire(file: string) {
    const entry = this.#open.get(file) ?? this.#openFile(file);
    entry.users += 1;
    entry.usedAt = performance.now();
    // A map keeps the order of insertion, so this moves the file to the end.
    this.#open.delete(file);
    this.#open.set(file, entry);
    this.#closeIdle(file);
  }

  release(file: string) {
    const entry = this.#open.get(file);
    if (!entry) return;
    entry.users -= 1;
    entry.usedAt = performance.now();
  }

  /** Whether somebody has written to the database since this was asked last. */
  hasChanged(file: string) {
    const entry = this.#open.get(file);
    if (!entry) return false;
    const before = entry.changes;
    entry.changes = changesOf(entry.db.$client);
    return entry.changes !== before;
  }

  /** The database of a file. One that was closed meanwhile opens again. */
  get(file: string): SandboxDatabase {
    return (this.#open.get(file) ?? this.#openFile(file)).db;
  }

  /** Puts another file in the place of this one, under those who use it. */
  replaceFile(file: string, write: () => void) {
    const entry = this.#open.get(file);
    entry?.db.$client.close();
    write();
    if (entry) Object.assign(entry, { db: openDatabase(file, this.maxBytes), changes: 0 });
  }

  close(file: string) {
    this.#open.get(file)?.db.$client.close();
    this.#open.delete(file);
  }

  /** Closes those that nobody has used for so many milliseconds. What they remember goes with them. */
  closeUnused(idleMs: number) {
    const since = performance.now() - idleMs;
    for (const [file, { users, usedAt }] of this.#open) {
      if (users === 0 && usedAt <= since) this.close(file);
    }
  }

  closeAll() {
    for (const file of this.#open.keys()) this.close(file);
  }

  #openFile(file: string): OpenDatabase {
    const entry = { db: openDatabase(file, this.maxBytes), users: 0, changes: 0, usedAt: performance.now() };
    this.#open.set(file, entry);
    this.#closeIdle(file);
    return entry;
  }

  #closeIdle(except: string) {
    for (const [file, { users }] of this.#open) {
      if (this.#open.size <= this.maxOpen) return;
      if (users === 0 && file !== except) this.close(file);
    }
  }
}

/** The rows that a connection has inserted, changed or deleted. It reads no file. */
const changesOf = (client: Database) =>
  client.prepare<[], [number]>("select total_changes()").raw().get()?.[0] ?? 0;
