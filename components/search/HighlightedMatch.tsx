/** A result's text. The search marks what matched with `<mark>`, and keeps the Markdown of code and bold text. */
export function HighlightedMatch({ text }: { text: string }) {
  return text
    .replace(/`|\*\*/g, "")
    .split(/<mark>(.*?)<\/mark>/g)
    .map((part, index) =>
      // Every second part was inside a mark. The parts never move, so the index is a stable key.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
    );
}
