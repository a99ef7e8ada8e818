interface Options {
  /** How many may work at once. */
  atOnce: number;
  /** How many may wait for that, and how many of them for the same one. */
  waiting: number;
  waitingOfOne: number;
}

/**
 * Lets few work at once, and one at a time of those with the same key. The others wait for their turn, in the order in
 * which they came. If too many do, the next is told at once.
 */
export class Turns {
  readonly #working = new Set<string>();
  readonly #queue: { key: string; start: () => void }[] = [];

  constructor(private readonly options: Options) {}

  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result | "busy"> {
    if (!this.#isFree(key)) {
      const ofOne = this.#queue.filter((waiting) => waiting.key === key).length;
      const { waiting, waitingOfOne } = this.options;
      if (this.#queue.length >= waiting || ofOne >= waitingOfOne) return "busy";
      await new Promise<void>((start) => this.#queue.push({ key, start }));
    } else {
      this.#working.add(key);
    }
    try {
      return await work();
    } finally {
      this.#working.delete(key);
      this.#startNext();
    }
  }

  #isFree(key: string) {
    return this.#working.size < this.options.atOnce && !this.#working.has(key);
  }

  #startNext() {
    const next = this.#queue.findIndex(({ key }) => this.#isFree(key));
    if (next < 0) return;
    for (const { key, start } of this.#queue.splice(next, 1)) {
      // Taken before it runs, so that nobody comes between.
      this.#working.add(key);
      start();
    }
  }
}
