import { masked } from "../protocol/trace";

/** A shorter value is masked only where it is the whole text. Otherwise every "a" would be a secret. */
const minLength = 8;

/** Secret values, which are masked wherever they appear. */
export class Secrets {
  readonly #values = new Set<string>();
  #inside: string[] | undefined;

  add(values: Iterable<string>) {
    for (const value of values) this.#values.add(value);
    this.#inside = undefined;
  }

  /** The text with the secrets masked. */
  hide(text: string) {
    if (this.#values.has(text)) return masked;
    this.#inside ??= this.#longValues();
    return this.#inside.reduce((hidden, value) => hidden.replaceAll(value, masked), text);
  }

  /** Values to look for inside of a text. The longest goes first, because it may hold a shorter one. */
  #longValues() {
    return [...this.#values].filter(({ length }) => length >= minLength).sort((a, b) => b.length - a.length);
  }
}
