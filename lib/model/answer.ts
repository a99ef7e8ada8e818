import type { GuideSearch } from "~/lib/search/guide-search";
import type { Section } from "~/lib/search/split-sections";
import { termsOf } from "~/lib/search/terms";
import { excerpt } from "./excerpt";
import { smallTalk } from "./small-talk";

/** A listing longer than this is linked to, not quoted. */
const listingLines = 30;
/** The share of the best score that a second section needs to be named as well. */
const alsoWorthReading = 0.5;

/** Answers the last of a conversation's questions, as Markdown, with links to the sections used. */
export async function answer(questions: string[], guide: GuideSearch): Promise<string> {
  const question = questions.at(-1) ?? "";
  const previous = questions.at(-2);
  const talk = smallTalk(question);
  if (talk) return talk;

  const hits = await guide.find(question, isFollowUp(question) ? previous : undefined);
  const [best] = hits;
  if (!best) return nothingFound(guide.sections);

  const also = hits.find(
    ({ section, score }) => section.page !== best.section.page && score >= best.score * alsoWorthReading,
  );
  const readOn = `Read on: ${link(best.section)}.${also ? ` See also ${link(also.section)}.` : ""}`;
  return [excerpt(best.section, question), listing(best.section), readOn].filter(Boolean).join("\n\n");
}

/** A question that needs the one before it, such as "And for sign-out?". */
function isFollowUp(question: string): boolean {
  const opening =
    /^\s*(?:and|but|so|then|ok(?:ay)?|also|what about|how about|why|why not|which one|where)\b/i;
  return termsOf(question).length < 2 || (opening.test(question) && termsOf(question).length < 4);
}

function listing({ code }: Section): string | undefined {
  if (!code || code.text.split("\n").length > listingLines) return undefined;
  const fenced = `\`\`\`${code.language}\n${code.text}\n\`\`\``;
  return code.title ? `\`${code.title}\`:\n\n${fenced}` : fenced;
}

function link({ page, heading, url }: Section): string {
  return heading === page ? `[${page}](${url})` : `[${page}: ${heading}](${url})`;
}

function nothingFound(sections: Section[]): string {
  const pages = new Map(sections.map(({ page, url }) => [page, url.split("#")[0]]));
  const list = [...pages].map(([page, url]) => `- [${page}](${url})`).join("\n");
  return `I found nothing about that in this guide, and I answer from its text only. What it covers:\n\n${list}`;
}
