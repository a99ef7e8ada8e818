import type { Block, Section } from "~/lib/search/split-sections";
import { termsOf } from "~/lib/search/terms";

type Sentence = Block & { block: number; matches: number };

/** How many sentences an answer quotes. */
const length = 3;
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The consecutive sentences of a section that match the question best, as Markdown. */
export function excerpt({ blocks }: Section, question: string): string {
  const asked = new Set(termsOf(question));
  const sentences = blocks.flatMap(({ kind, text }, block) =>
    [...segmenter.segment(text)].map(({ segment }) => ({
      text: segment.trim(),
      block,
      kind,
      matches: new Set(termsOf(segment).filter((term) => asked.has(term))).size,
    })),
  );
  const start = bestStart(sentences);
  // A run that ends where a list or a listing was to follow ends in a full stop.
  return render(sentences.slice(start, start + length)).replace(/:$/, ".");
}

/** The index where the best run begins. Its first sentence matches the question too. */
function bestStart(sentences: Sentence[]): number {
  const worth = sentences.map(({ matches }, at) =>
    // The first sentence counts double, because readers begin there.
    sentences.slice(at, at + length).reduce((sum, { matches }) => sum + matches, matches),
  );
  return Math.max(0, worth.indexOf(Math.max(...worth)));
}

function render(sentences: Sentence[]): string {
  let markdown = "";
  for (const [at, { text, block, kind }] of sentences.entries()) {
    const before = sentences[at - 1];
    const bullet = kind === "item" ? "- " : "";
    if (!before) markdown = bullet + text;
    else if (before.block === block) markdown += ` ${text}`;
    else markdown += (kind === "item" && before.kind === "item" ? "\n" : "\n\n") + bullet + text;
  }
  return markdown;
}
