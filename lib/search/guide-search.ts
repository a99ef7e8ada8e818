import { create, insertMultiple, search } from "zbsearch";
import type { Section } from "./split-sections";
import { identifier, termsOf } from "./terms";

export type Hit = { section: Section; score: number };

export type GuideSearch = {
  sections: Section[];
  /** Best first. Empty if no section has enough of the question's words. */
  find: (question: string, previousQuestion?: string) => Promise<Hit[]>;
  /** The same for words of which the last may still be being typed. It is content with less of them. */
  findTyped: (words: string) => Promise<Hit[]>;
};

/** The share of a question that a section must hold, so that one common word is no answer. */
const fairShare = { question: 0.5, typed: 0.4 };
/** How many words may begin with the one that is being typed. */
const completions = 20;
/** The weight of the very words that were typed, in their order. */
const phraseWeight = 3;
/** The same where nothing else stands in the paragraph, as in an entry that quotes an error. */
const quoteWeight = 9;
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
    code: [section.code?.text ?? "", ...(section.moreCode ?? [])].join("\n"),
  }));
  await insertMultiple(index, documents);
  const terms = documents.map(({ page, heading, text, code }) =>
    termsOf([page, heading, text, code].join("\n")),
  );
  const vocabularies = terms.map((list) => new Set(list));
  const phrases = terms.map((list) => ` ${list.join(" ")} `);

  const known = new Set(vocabularies.flatMap((terms) => [...terms]));
  const vocabulary = [...known].sort((a, b) => a.length - b.length);

  /** The weight of a term. Rare terms weigh more, and terms that the guide does not have weigh most. */
  const weight = (term: string) => {
    const holders = vocabularies.filter((vocabulary) => vocabulary.has(term)).length;
    return Math.log(1 + sections.length / (holders + 0.5));
  };

  /** What was asked for: of each list of terms, any. */
  async function scores(asked: string[][], fair: number): Promise<Map<number, number>> {
    if (asked.length === 0) return new Map();
    const { hits } = await search(index, {
      term: asked.flat().join(" "),
      prefix: false,
      boost,
      limit: sections.length,
    });
    const weights = asked.map((terms) => [terms, Math.min(...terms.map(weight))] as const);
    const sum = (some: typeof weights) => some.reduce((total, [, weight]) => total + weight, 0);
    const share = (at: number) =>
      sum(weights.filter(([terms]) => terms.some((term) => vocabularies[at]?.has(term)))) / sum(weights);
    return new Map(
      hits
        .map(({ id, score }) => [Number(id), score * share(Number(id))] as const)
        .filter(([at]) => share(at) >= fair),
    );
  }

  const words = (question: string) => [...new Set(termsOf(question))].map((term) => [term]);

  /** An identifier that the guide has is looked for as it stands, and not by its words. */
  const asItStands = (query: string) =>
    query.replace(identifier, (name) => {
      const lower = name.toLowerCase();
      return termsOf(lower).some((term) => known.has(term)) ? lower : name;
    });

  /** The words, and those that the last one may become. */
  function typed(query: string): string[][] {
    const asked = words(asItStands(query));
    const last = query.match(/[a-z0-9]+/gi)?.at(-1) ?? "";
    const [term] = query.endsWith(last) ? termsOf(last.toLowerCase()) : [];
    return asked.map((terms) => {
      if (term === undefined || terms[0] !== term) return terms;
      const longer = vocabulary.filter((word) => word.startsWith(term)).slice(0, completions);
      return [...new Set([...terms, ...longer])];
    });
  }

  /** The same, but what has the very words in their order comes first. */
  async function typedScores(query: string) {
    const found = await scores(typed(query), fairShare.typed);
    const phrase = termsOf(asItStands(query));
    const pasted = phrase.join(" ");
    if (phrase.length > 1)
      for (const [at, score] of found)
        if (phrases[at]?.includes(` ${pasted} `))
          found.set(at, score * (isQuoted(sections[at], pasted) ? quoteWeight : phraseWeight));
    return found;
  }

  const best = (found: Map<number, number>): Hit[] =>
    [...found]
      .flatMap(([at, score]) => {
        const section = sections[at];
        return section ? [{ section, score }] : [];
      })
      .sort((a, b) => b.score - a.score);

  return {
    sections,
    async find(question, previousQuestion) {
      const found = await scores(words(question), fairShare.question);
      const context = previousQuestion
        ? await scores(words(previousQuestion), fairShare.question)
        : new Map<number, number>();
      for (const [at, score] of context) found.set(at, (found.get(at) ?? 0) + contextWeight * score);
      return best(found);
    },
    findTyped: async (query) => best(await typedScores(query)),
  };
}

/** Whether a paragraph of the section is these terms and nothing else. */
const isQuoted = (section: Section | undefined, terms: string) =>
  section?.blocks.some(({ text }) => termsOf(text).join(" ") === terms);
