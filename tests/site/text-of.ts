/** The text of the first element of a name, as a browser would show it. */
export function textOf(html: string, element: string): string {
  const inner = new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, "s").exec(html)?.[1];
  if (inner === undefined) throw new Error(`There is no <${element}>`);
  const characters: Record<string, string> = {
    amp: "&",
    apos: "'",
    gt: ">",
    lt: "<",
    nbsp: "\u00a0",
    quot: '"',
  };
  return inner.replace(/<[^>]*>/g, "").replace(/&(?:#x([\da-f]+)|(\w+));/gi, (whole, hex, name) => {
    return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (characters[name] ?? whole);
  });
}
