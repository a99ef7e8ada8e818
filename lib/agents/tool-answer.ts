/** A tool's answer that a program reads on. */
export const json = (value: unknown) => text(JSON.stringify(value, null, 2));

export const text = (text: string) => ({ content: [{ type: "text" as const, text }] });

/** A tool's answer to a name that is none. It says which there are. */
export const unknown = (what: string, name: string, known: readonly string[]) => ({
  ...text(`There is no ${what} "${name}". Choose one of: ${known.join(", ")}.`),
  isError: true,
});
