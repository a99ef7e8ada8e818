import type { Section } from "./split-sections";

const most = 3;
/** Two texts that share less than this look like each other by chance. */
const leastAlike = 0.35;

/** The sections whose headings are written most like a text: what a slip of the finger was to find. */
export function nearestHeadings(sections: Section[], text: string): Section[] {
  const asked = pairsOf(text);
  return sections
    .map((section) => ({ section, likeness: likeness(asked, pairsOf(section.heading)) }))
    .filter(({ likeness }) => likeness >= leastAlike)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ section }) => section);
}

/** The pairs of letters that follow each other. */
function pairsOf(text: string): Set<string> {
  const letters = text.toLowerCase().replace(/[^a-z0-9]+/g, " ");
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}

/** From 0, nothing shared, to 1, the same pairs (the coefficient of Sørensen and Dice). */
function likeness(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
