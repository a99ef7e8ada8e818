import { openDatabase, type SandboxDatabase } from "./database";

interface OpenDatabase {
  db: SandboxDatabase;
  users: number;
}

/** The databases that are open, least recently used first. One that is in use is never closed. */
export class OpenDatabases {
  readonly #open = new Map<string, OpenDatabase>();

  constructor(
    private readonly maxOpen: number,
    private readonly maxBytes: number,
  ) {}

  isInUse(file: string) {
    return (this.#open.get(file)?.users ?? 0) > 0;
  }

  /** The database of a file, which stays open until it is given back as often as it was taken. */
  take(file: string): SandboxDatabase {
    const entry = this.#use(file);
    entry.users += 1;
    return entry.db;
  }

  giveBack(file: string) {
    const entry = this.#open.get(file);
    if (entry) entry.users -= 1;
  }

  /** The database of a file, for this moment. */
  peek(file: string): SandboxDatabase {
    return this.#use(file).db;
  }

  /** Puts another file in the place of this one, under those who use it. */
  exchange(file: string, write: () => void) {
    const entry = this.#open.get(file);
    entry?.db.$client.close();
    write();
    if (entry) entry.db = openDatabase(file, this.maxBytes);
  }

  close(file: string) {
    this.#open.get(file)?.db.$client.close();
    this.#open.delete(file);
  }

  closeAll() {
    for (const file of this.#open.keys()) this.close(file);
  }

  #use(file: string): OpenDatabase {
    const entry = this.#open.get(file) ?? { db: openDatabase(file, this.maxBytes), users: 0 };
    // A map keeps the order of insertion, so this moves the file to the end.
    this.#open.delete(file);
    this.#open.set(file, entry);
    if (this.#open.size > this.maxOpen) this.#closeIdle(file);
    return entry;
  }

  #closeIdle(except: string) {
    for (const [file, { users }] of this.#open) {
      if (this.#open.size <= this.maxOpen) return;
      if (users === 0 && file !== except) this.close(file);
    }
  }
}
