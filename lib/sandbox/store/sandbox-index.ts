import { wideTag } from "./network-tag";

/** What the store knows of a sandbox without opening it. */
export interface Entry {
  /** Stands for the network that it is of. */
  readonly tag: number;
  /** Somebody has signed in to it, or changed something: more is lost with it than what every sandbox starts with. */
  isWritten: boolean;
  bytes: number;
  /** By the process' own clock, in milliseconds. */
  lastUse: number;
  /** The last use that was written down. */
  recordedUse: number;
}

/** Every sandbox there is, least recently used first, and how many each network has. */
export class SandboxIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #narrow = new Map<number, number>();
  readonly #wide = new Map<number, number>();
  #beyondShare = 0;

  /** A sandbox's share of the disk is what it may take even when others have taken the rest. */
  constructor(private readonly share: number) {}

  get size() {
    return this.#entries.size;
  }

  /** What all sandboxes together take beyond their shares. */
  get bytesBeyondShare() {
    return this.#beyondShare;
  }

  get(name: string) {
    return this.#entries.get(name);
  }

  add(name: string, entry: Entry) {
    this.#entries.set(name, entry);
    this.#count(entry, 1);
  }

  delete(name: string) {
    const entry = this.#entries.get(name);
    if (!entry) return;
    this.#entries.delete(name);
    this.#count(entry, -1);
  }

  /** Moves a sandbox to the end: it is used now. */
  touch(name: string, entry: Entry) {
    entry.lastUse = performance.now();
    this.#entries.delete(name);
    this.#entries.set(name, entry);
  }

  resize(entry: Entry, bytes: number) {
    this.#beyondShare += this.#excess(bytes) - this.#excess(entry.bytes);
    entry.bytes = bytes;
  }

  /** How many sandboxes a narrow network has. */
  inNarrow(tag: number) {
    return this.#narrow.get(tag) ?? 0;
  }

  /** How many sandboxes the wide network of a tag has. */
  inWide(tag: number) {
    return this.#wide.get(wideTag(tag)) ?? 0;
  }

  [Symbol.iterator]() {
    return this.#entries.entries();
  }

  #count({ tag, bytes }: Entry, by: 1 | -1) {
    add(this.#narrow, tag, by);
    add(this.#wide, wideTag(tag), by);
    this.#beyondShare += by * this.#excess(bytes);
  }

  #excess(bytes: number) {
    return Math.max(0, bytes - this.share);
  }
}

function add(counts: Map<number, number>, key: number, by: number) {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
