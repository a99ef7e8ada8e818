import { tokenizer } from "zbsearch/components";
import { sameThing } from "./synonyms";

/** Words that say nothing about the subject of a question. */
const stopWords = `
  a about after also am an and any are aren as at be because been before being but by can cannot could did
  do does doesn doing don each explain for from get give had happen happens has have he help here how i if
  in into is isn it its just let like make me more much my need not of on one or our please say she should
  show so some tell than that the their them then there these they this to up us use using want was way we
  were what when where which while who whom why will with won work would you your
`
  .trim()
  .split(/\s+/);

/** A name of several words, as code has it. */
export const identifier = /\b[A-Za-z][a-z]+(?:[A-Z][a-z]+)+\b/g;

const english = tokenizer.createTokenizer({ language: "english", stemming: true, stopWords });

/** The stems that a text is found by, in order and with repetitions. */
export function termsOf(text: string): string[] {
  let plain = text
    .replace(/\]\([^()]*\)/g, "]")
    // An identifier is found by its words, and as it stands.
    .replace(identifier, (name) => `${name.toLowerCase()} ${name}`)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[’']s?\b/g, " ");
  for (const [forms, form] of sameThing) plain = plain.replace(forms, form);
  return stems(plain.replace(/[^a-z0-9]+/g, " "));
}

function stems(plain: string): string[] {
  return (
    plain
      .split(" ")
      .filter((word) => word.length > 1)
      // Without the library's cache: it never forgets a word, and visitors choose the words.
      .flatMap((word) => english.tokenize(word, "english", undefined, false))
  );
}
