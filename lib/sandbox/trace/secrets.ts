import { masked } from "../protocol/trace";

/** Shorter ones are looked for as a whole only, or every "a" of a text would be one. */
const minLength = 8;

/** Values that nobody may read, wherever they turn up. */
export class Secrets {
  readonly #values = new Set<string>();
  /** Those to look for inside of a text. The longest goes first, since it may hold a shorter one. */
  #inside: string[] = [];

  add(values: Iterable<string>) {
    for (const value of values) this.#values.add(value);
    this.#inside = [...this.#values]
      .filter(({ length }) => length >= minLength)
      .sort((a, b) => b.length - a.length);
  }

  /** The same text without them. */
  hide(text: string) {
    if (this.#values.has(text)) return masked;
    return this.#inside.reduce((hidden, value) => hidden.replaceAll(value, masked), text);
  }
}
