import { hash, randomBytes } from "node:crypto";
import { meter } from "~/lib/operator/meter";
import type { Network } from "../http/addresses";
import { wideFactor } from "../http/addresses";
import { readActiveMistakes, writeActiveMistakes } from "./active-mistakes";
import { fileBytes, freeBytes, isSound } from "./database";
import { databaseErrorOf } from "./database-error";
import { leastNeeded, writtenFor } from "./eviction";
import { markWritten } from "./file-header";
import { networkTag, wideTag } from "./network-tag";
import { OpenDatabases } from "./open-databases";
import { SandboxFiles } from "./sandbox-files";
import { type Entry, SandboxIndex } from "./sandbox-index";
import type { Refusal, SandboxHandle, SandboxStore } from "./store";

interface Options {
  folder: string;
  template: Buffer;
  /** Makes the tags of the networks. The same key after a restart makes the same tags. */
  key: string;
  maxBytes: number;
  /** Of all sandboxes together. Half of it is shared out evenly, half is for those who need more, while it lasts. */
  maxTotalBytes: number;
  /** What must be left on the disk. */
  minFreeBytes: number;
  maxOpen: number;
  /** Milliseconds after which an unused database is closed. */
  idle: number;
  maxCount: number;
  maxPerNetwork: number;
  timeToLive: number;
}

const recordEvery = 10 * 60_000;

/**
 * Keeps each sandbox as one SQLite file. It works synchronously, as better-sqlite3 does, so nothing can happen between
 * finding a file missing and putting a fresh one there. It asks the process' own clock, which never jumps.
 */
export class FileStore implements SandboxStore {
  readonly #files: SandboxFiles;
  readonly #databases: OpenDatabases;
  readonly #index: SandboxIndex;
  /** Removed, but a request that is under way still uses it. */
  readonly #leaving = new Set<string>();
  readonly #share: number;

  constructor(private readonly options: Options) {
    const { folder, template, maxOpen, maxBytes, maxTotalBytes, maxCount } = options;
    this.#share = Math.min(maxBytes, Math.floor(maxTotalBytes / 2 / maxCount));
    this.#files = new SandboxFiles(folder, template);
    this.#databases = new OpenDatabases(maxOpen, maxBytes);
    this.#index = new SandboxIndex(this.#share);
    for (const { name, lastUse, ...stored } of this.#files.list()) {
      const use = performance.now() - this.#unusedFor(lastUse);
      this.#index.add(name, { ...stored, lastUse: use, recordedUse: use });
    }
  }

  async create(network: Network) {
    const tag = networkTag(network, this.options.key);
    const refusal = this.#refuse(tag);
    if (refusal) return refusal;

    const token = drawToken();
    const name = nameOf(token);
    const now = performance.now();
    this.#files.write(name, tag);
    meter()?.sandbox("made");
    const bytes = this.options.template.length;
    this.#index.add(name, { tag, isWritten: false, bytes, lastUse: now, recordedUse: now });
    return { token };
  }

  async open(token: string) {
    const name = nameOf(token);
    const entry = this.#index.get(name);
    if (!entry || this.#isExpired(entry)) return null;
    this.#touch(name, entry);
    this.#acquire(name, entry);
    return this.#handle(name, entry);
  }

  async remove(token: string) {
    const name = nameOf(token);
    if (!this.#index.get(name)) return;
    if (this.#isInUse(name)) this.#leaving.add(name);
    else this.#delete(name);
    this.#index.delete(name);
  }

  async sweep() {
    this.#databases.closeUnused(this.options.idle);
    for (const [name, entry] of this.#index) {
      if (!this.#isExpired(entry)) return;
      if (!this.#isInUse(name)) this.#evict(name);
    }
  }

  counts() {
    return { sandboxes: this.#index.size, openDatabases: this.#databases.size };
  }

  async close() {
    this.#databases.closeAll();
  }

  /** Why there can be no other sandbox for this network, although what may be evicted for it has been. */
  #refuse(tag: number): Refusal | undefined {
    const { maxCount, maxPerNetwork, template } = this.options;
    const index = this.#index;
    const isOfNarrow = (entry: Entry) => entry.tag === tag;
    const isOfWide = (entry: Entry) => wideTag(entry.tag) === wideTag(tag);

    while (index.inNarrow(tag) >= maxPerNetwork) if (!this.#evictOne(isOfNarrow)) return "network is full";
    while (index.inWide(tag) >= maxPerNetwork * wideFactor)
      if (!this.#evictOne(isOfWide)) return "network is full";
    while (index.size >= maxCount) if (!this.#evictOne(() => true)) return "site is full";
    return this.#isDiskFull(template.length) ? "disk is full" : undefined;
  }

  #evictOne(isMeant: (entry: Entry) => boolean) {
    const name = leastNeeded(this.#index, (name, entry) => isMeant(entry) && !this.#isInUse(name));
    if (name) this.#evict(name);
    return name !== undefined;
  }

  #evict(name: string) {
    meter()?.sandbox("evicted");
    this.#delete(name);
    this.#index.delete(name);
  }

  #handle(name: string, entry: Entry): SandboxHandle {
    const path = this.#files.path(name);
    const databases = this.#databases;
    let released = false;
    return {
      id: name,
      // Looked up at each use. What a request leaves behind may write after its end, and a closed database then opens again.
      get db() {
        return databases.get(path);
      },
      freeBytes: () => freeBytes(databases.get(path).$client, this.#allowance()),
      isDiskFull: () => this.#isDiskFull(0),
      isSound: () => isSound(databases.get(path).$client),
      activeMistakes: () => readActiveMistakes(databases.get(path).$client),
      setActiveMistakes: (names) => writeActiveMistakes(databases.get(path).$client, names),
      replace: () => this.#replace(name, entry, "it is damaged."),
      release: () => {
        if (released) return;
        released = true;
        if (this.#index.get(name) === entry) this.#noteChanges(path, entry);
        databases.release(path);
        if (!databases.isInUse(path) && this.#leaving.delete(name)) this.#delete(name);
      },
    };
  }

  #acquire(name: string, entry: Entry) {
    const path = this.#files.path(name);
    try {
      this.#databases.acquire(path);
    } catch (error) {
      // Anything else, such as a lack of file descriptors, is no reason to throw a sound file away.
      const vanished = !this.#files.exists(name);
      if (!vanished && databaseErrorOf(error) !== "broken") throw error;
      this.#replace(name, entry, vanished ? "it is gone." : "it is damaged.");
      this.#databases.acquire(path);
    }
  }

  #replace(name: string, entry: Entry, reason: string) {
    console.warn(`Sandbox ${name.slice(0, 8)} starts afresh, because its file cannot be used: ${reason}`);
    this.#databases.replaceFile(this.#files.path(name), () => {
      this.#files.delete(name);
      this.#files.write(name, entry.tag);
    });
    entry.isWritten = false;
    // One that was removed while it was in use is in no count any more.
    if (this.#index.get(name) === entry) this.#index.resize(entry, this.options.template.length);
  }

  #noteChanges(path: string, entry: Entry) {
    if (!this.#databases.hasChanged(path)) return;
    try {
      const { $client } = this.#databases.get(path);
      if (!entry.isWritten) $client.pragma(markWritten);
      entry.isWritten = true;
      this.#index.resize(entry, fileBytes($client));
    } catch {
      // The file is damaged, or the disk is full. The request has been told, and the next one tries again.
    }
  }

  #touch(name: string, entry: Entry) {
    this.#index.touch(name, entry);
    if (entry.lastUse - entry.recordedUse < recordEvery) return;
    entry.recordedUse = entry.lastUse;
    this.#files.recordUse(name);
  }

  #isExpired({ lastUse }: Entry) {
    return lastUse + this.options.timeToLive <= performance.now();
  }

  /**
   * How long a sandbox that an earlier start left has been unused. The machine's clock may have been set since, so what
   * seems to have expired gets some time more in which its visitor can come back, and nothing comes from the future.
   */
  #unusedFor(lastUse: number) {
    const { timeToLive } = this.options;
    const grace = Math.min(writtenFor, timeToLive / 2);
    return Math.min(Math.max(0, Date.now() - lastUse), timeToLive - grace);
  }

  /** How large a sandbox may be now. */
  #allowance() {
    const { maxBytes, maxTotalBytes } = this.options;
    return this.#index.bytesBeyondShare < maxTotalBytes / 2 ? maxBytes : this.#share;
  }

  #isDiskFull(needed: number) {
    return this.#files.freeBytes() < this.options.minFreeBytes + needed;
  }

  #isInUse(name: string) {
    return this.#databases.isInUse(this.#files.path(name));
  }

  #delete(name: string) {
    this.#databases.close(this.#files.path(name));
    this.#files.delete(name);
  }
}

/** 256 random bits, which only the visitor's cookie holds. */
const drawToken = () => randomBytes(32).toString("base64url");

/** The name of a sandbox. It is all that the server keeps, and does not lead back to the token. */
export const nameOf = (token: string) => hash("sha256", token);
