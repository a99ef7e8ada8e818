import { masked } from "../protocol/trace";

/** A shorter value is masked only where it is the whole text. Otherwise every "a" would be a secret. */
const minLength = 8;

/** Secret values, which are masked wherever they appear. */
export class Secrets {
  readonly #values = new Set<string>();
  /** Values to look for inside of a text. The longest goes first, because it may hold a shorter one. */
  #inside: string[] = [];

  add(values: Iterable<string>) {
    for (const value of values) this.#values.add(value);
    this.#inside = [...this.#values]
      .filter(({ length }) => length >= minLength)
      .sort((a, b) => b.length - a.length);
  }

  /** The text with the secrets masked. */
  hide(text: string) {
    if (this.#values.has(text)) return masked;
    return this.#inside.reduce((hidden, value) => hidden.replaceAll(value, masked), text);
  }
}
