import { create, insertMultiple, search } from "zbsearch";
import type { Section } from "./split-sections";
import { termsOf } from "./terms";

type Hit = { section: Section; score: number };

export type GuideSearch = {
  sections: Section[];
  /** Best first. Empty if no section has enough of the question's words. */
  find: (question: string, previousQuestion?: string) => Promise<Hit[]>;
};

/** The share of a question that a section must hold, so that one common word is no answer. */
const fairShare = 0.5;
/** The weight of the question before a follow-up. */
const contextWeight = 0.4;
const boost = { heading: 3, page: 2, text: 1, code: 0.3 };

/** Full-text search (BM25) over the guide's sections. */
export async function createGuideSearch(sections: Section[]): Promise<GuideSearch> {
  const index = create({
    schema: { page: "string", heading: "string", text: "string", code: "string" },
    components: {
      tokenizer: {
        language: "english",
        normalizationCache: new Map(),
        tokenize: (raw: string) => termsOf(raw),
      },
    },
  });
  const documents = sections.map((section, at) => ({
    id: String(at),
    page: section.page,
    heading: section.heading,
    text: section.blocks.map(({ text }) => text).join("\n"),
    code: section.code?.text ?? "",
  }));
  await insertMultiple(index, documents);
  const vocabularies = documents.map(
    ({ page, heading, text, code }) => new Set(termsOf([page, heading, text, code].join("\n"))),
  );

  /** The weight of a term. Rare terms weigh more, and terms that the guide does not have weigh most. */
  const weight = (term: string) => {
    const holders = vocabularies.filter((vocabulary) => vocabulary.has(term)).length;
    return Math.log(1 + sections.length / (holders + 0.5));
  };

  async function scores(question: string): Promise<Map<number, number>> {
    const asked = [...new Set(termsOf(question))];
    if (asked.length === 0) return new Map();
    const { hits } = await search(index, {
      term: asked.join(" "),
      prefix: false,
      boost,
      limit: sections.length,
    });
    const weights = asked.map((term) => [term, weight(term)] as const);
    const sum = (terms: typeof weights) => terms.reduce((total, [, weight]) => total + weight, 0);
    const share = (at: number) => sum(weights.filter(([term]) => vocabularies[at]?.has(term))) / sum(weights);
    return new Map(
      hits
        .map(({ id, score }) => [Number(id), score * share(Number(id))] as const)
        .filter(([at]) => share(at) >= fairShare),
    );
  }

  return {
    sections,
    async find(question, previousQuestion) {
      const found = await scores(question);
      const context = previousQuestion ? await scores(previousQuestion) : new Map<number, number>();
      for (const [at, score] of context) found.set(at, (found.get(at) ?? 0) + contextWeight * score);
      return [...found]
        .flatMap(([at, score]) => {
          const section = sections[at];
          return section ? [{ section, score }] : [];
        })
        .sort((a, b) => b.score - a.score);
    },
  };
}
