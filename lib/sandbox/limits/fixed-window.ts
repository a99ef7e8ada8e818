/** A limiter's decision. `retryAfter` is in seconds. */
export type Verdict = { ok: true } | { ok: false; retryAfter: number };

interface Window {
  count: number;
  endsAt: number;
}

/**
 * Counts what each key takes within a window that starts with its first take. Memory is bounded: all windows have one
 * length and the map keeps them in the order of their starts, so the ended ones are at its front.
 */
export class FixedWindow {
  readonly #windows = new Map<string, Window>();

  constructor(
    private readonly limit: number,
    private readonly milliseconds: number,
    private readonly maxKeys = 10_000,
  ) {}

  take(key: string, now = performance.now()): Verdict {
    const window = this.#windows.get(key);
    if (!window || window.endsAt <= now) {
      this.#windows.delete(key);
      this.#makeRoom(now);
      this.#windows.set(key, { count: 1, endsAt: now + this.milliseconds });
      return { ok: true };
    }
    if (window.count >= this.limit) {
      return { ok: false, retryAfter: Math.ceil((window.endsAt - now) / 1000) };
    }
    window.count += 1;
    return { ok: true };
  }

  /** Takes back one take, if its window is still there. */
  giveBack(key: string) {
    const window = this.#windows.get(key);
    if (window && window.count > 0) window.count -= 1;
  }

  #makeRoom(now: number) {
    for (const [key, window] of this.#windows) {
      if (window.endsAt > now && this.#windows.size < this.maxKeys) return;
      this.#windows.delete(key);
    }
  }
}
