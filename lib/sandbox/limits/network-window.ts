import { type Network, wideFactor } from "../http/addresses";
import { FixedWindow, type Verdict } from "./fixed-window";

/** Counts what a network takes: by what one visitor has, and by what one visitor may have at most. */
export class NetworkWindow {
  readonly #narrow: FixedWindow;
  readonly #wide: FixedWindow;

  constructor(limit: number, milliseconds: number) {
    this.#narrow = new FixedWindow(limit, milliseconds);
    this.#wide = new FixedWindow(limit * wideFactor, milliseconds);
  }

  take({ narrow, wide }: Network): Verdict {
    const verdict = this.#narrow.take(narrow);
    return verdict.ok ? this.#wide.take(wide) : verdict;
  }
}
