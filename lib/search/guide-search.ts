import { createFromSource } from "fumadocs-core/search/server";
import { tokenizer } from "zbsearch/components";
import { source } from "~/lib/source";

/** Characters and words of a query that are read. Nobody types more. */
const queryLength = 200;
const queryWords = 12;

const multilingual = tokenizer.createTokenizer({ language: "multilingual" });

// Without the library's cache: it never forgets a word, and visitors choose the words.
const wordsOf = (text: string, property?: string) => multilingual.tokenize(text, undefined, property, false);

const server = createFromSource(source, {
  tokenizer: { ...multilingual, tokenize: (text, _language, property) => wordsOf(text, property) },
});

/** The search of the guide. What a query costs is bounded, whatever it is. */
export const guideSearch = {
  ...server,
  search: async (query: string) => {
    const read = affordable(query);
    return read ? server.search(read) : [];
  },
};

/**
 * As much of a query as is looked for. A letter begins a thousand words, and an alphabet would find the whole guide: only
 * the last word, which may still be being typed, is looked for when it is one letter.
 */
function affordable(query: string): string {
  const cut = query.slice(0, queryLength);
  const words = wordsOf(cut);
  const longer = words.filter((word, at) => word.length > 1 || at === words.length - 1);
  // A query that fits stays as it was typed, so that its very words are marked in what is found.
  return longer.length === words.length && words.length <= queryWords
    ? cut
    : longer.slice(0, queryWords).join(" ");
}
