/** Remembers a value for the text of a statement. The example runs few different ones, but a list of ids makes many. */
export class StatementCache<Value> {
  readonly #known = new Map<string, Value>();

  constructor(private readonly maxKnown: number) {}

  get(text: string, make: () => Value): Value {
    const found = this.#known.get(text);
    if (found !== undefined) return found;
    if (this.#known.size >= this.maxKnown) this.#known.clear();
    const value = make();
    this.#known.set(text, value);
    return value;
  }
}
