import { tokenizer } from "zbsearch/components";

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

/** Synonyms. They apply to the guide and to questions. */
const sameThing: [RegExp, string][] = [
  [/\b(?:sign|log)(?:s|ed|ing|ged|ging)?[\s-]?in\b|\blogin\b/g, "signin"],
  [/\b(?:sign|log)(?:s|ed|ing|ged|ging)?[\s-]?out\b|\blogout\b/g, "signout"],
  [/\b(?:sign(?:s|ed|ing)?[\s-]?up|regist(?:er|ers|ered|ering|ration))\b/g, "signup"],
  [/\b(?:protect|secure|guard|lock)(?:s|ed|ing|d)?\b/g, "gate"],
  [/\b(?:endpoint|url)(s?)\b/g, "route$1"],
  [/\b(?:refresh|refetch)(?:es|ed|ing)?\b/g, "reload"],
  [/\b(?:persist|sav|stor)(?:e|es|ed|ing|s|ence)?\b/g, "persist"],
  [/\bconversation(s?)\b/g, "thread$1"],
  [/\bchats\b/g, "threads"],
  [/\b(?:restrict|filter)(?:s|ed|ing)?\b/g, "scope"],
  [/\b(?:install|installation|configure|configuration|setup|set-up|set up)\b/g, "setup"],
];

const english = tokenizer.createTokenizer({ language: "english", stemming: true, stopWords });

/** The stems that a text is found by, in order and with repetitions. */
export function termsOf(text: string): string[] {
  let plain = text
    .replace(/\]\([^()]*\)/g, "]")
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
