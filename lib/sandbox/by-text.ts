/** The example runs few different statements, but a list of ids in one makes many of it. */
const maxKnown = 500;

/** Remembers what was found out about the text of a statement. */
export class ByText<Value> {
  readonly #known = new Map<string, Value>();

  get(text: string, findOut: () => Value): Value {
    const found = this.#known.get(text);
    if (found !== undefined) return found;
    if (this.#known.size >= maxKnown) this.#known.clear();
    const value = findOut();
    this.#known.set(text, value);
    return value;
  }
}
