import type { Section } from "./split-sections";
import { termsOf } from "./terms";

/** Characters of a section's text that a result shows. */
const length = 140;

/** The line or paragraph of a section that has the words as they were typed, or most of them, cut around the first of them. They stand in `<mark>`. */
export function markMatches({ blocks, code, moreCode = [] }: Section, query: string): string {
  const asked = termsOf(query);
  const isAsked = (word: string) =>
    termsOfWord(word).some((term) => asked.some((other) => term.startsWith(other)));
  const typed = query.trim().toLowerCase();
  const worth = (text: string) => {
    const found = new Set(wordsOf(text).flatMap(({ word }) => (isAsked(word) ? termsOfWord(word) : [])));
    // The very words that were typed are worth more than any others.
    return found.size + (found.size > 0 && text.toLowerCase().includes(typed) ? 100 : 0);
  };

  const lines = [...(code ? [code.text] : []), ...moreCode].flatMap((text) => text.split("\n"));
  const texts = [...blocks.map(({ text }) => plain(text)), ...lines.map((line) => line.trim())];
  let [best = "", most] = [texts[0], 0];
  for (const text of texts) {
    const found = worth(text);
    if (found > most) [best, most] = [text, found];
  }

  const first = wordsOf(best).find(({ word }) => isAsked(word))?.at ?? 0;
  const from = Math.min(first - 40, best.length - length);
  const start = from <= 0 ? 0 : (wordsOf(best).find(({ at }) => at >= from)?.at ?? from);
  const shown = upToSpace(best.slice(start), length);
  let marked = "";
  let end = 0;
  for (const { word, at } of wordsOf(shown)) {
    if (!isAsked(word)) continue;
    marked += `${shown.slice(end, at)}<mark>${word}</mark>`;
    end = at + word.length;
  }
  const text = marked + shown.slice(end);
  return `${start > 0 ? "…" : ""}${text}${start + shown.length < best.length ? " …" : ""}`;
}

/** The beginning of a text, cut between words if that is possible. */
function upToSpace(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(" ", length);
  return text.slice(0, space > 0 ? space : length);
}

/** The terms of the words of our own texts, of which there are some thousands. What visitors type is not kept. */
const known = new Map<string, string[]>();

function termsOfWord(word: string): string[] {
  const terms = known.get(word) ?? termsOf(word);
  known.set(word, terms);
  return terms;
}

const wordsOf = (text: string) =>
  Array.from(text.matchAll(/[\p{L}\p{N}_]+/gu), ({ 0: word, index }) => ({ word, at: index }));

/** Markdown as one reads it: without the addresses of links, and without its signs. */
const plain = (markdown: string) => markdown.replace(/\]\([^()]*\)/g, "]").replace(/[[\]*`]/g, "");
