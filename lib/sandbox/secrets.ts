import { masked } from "./trace";

/** Shorter ones are looked for as a whole only, or every "a" of a text would be one. */
const minLength = 8;

/** Values that nobody may read, wherever they turn up. */
export class Secrets {
  readonly #values = new Set<string>();

  add(values: Iterable<string>) {
    for (const value of values) this.#values.add(value);
  }

  /** The same text without them. The longest goes first, since it may hold a shorter one. */
  hide(text: string) {
    if (this.#values.has(text)) return masked;
    const present = [...this.#values].filter((value) => value.length >= minLength && text.includes(value));
    return present
      .sort((a, b) => b.length - a.length)
      .reduce((hidden, value) => hidden.replaceAll(value, masked), text);
  }
}
