import { inWords } from "../answer";
import type { Attack } from "../attack";
import type { Findings, Step } from "../findings";
import { guide } from "./options";

/** What came of a check, as it is printed. */
export interface Result {
  name: string;
  promise: string;
  result: Findings["result"];
  skipped: string | null;
  faults: string[];
  notes: string[];
  observed: string[];
  page: string;
}

export function resultOf({ name, promise, page }: Attack, found: Findings): Result {
  const { result, steps, faults, notes, skipped = "nothing was seen that would show it" } = found;
  const wrong = steps.filter(({ verdict }) => verdict?.isRight === false);
  const right = steps.filter(({ verdict }) => verdict?.isRight && !verdict.isSetup);
  return {
    name,
    promise,
    result,
    skipped: result === "skipped" ? skipped : null,
    faults: [...wrong.map(sentenceOf), ...faults],
    notes,
    observed: right.map(sentenceOf),
    page: `${guide}/docs/${page}`,
  };
}

/** A request, its answer, and what that means. */
function sentenceOf({ answer, verdict }: Step) {
  if (!verdict) return inWords(answer);
  const { isRight, text, mismatch } = verdict;
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return `${inWords(answer)}${isRight ? "" : mismatch}. ${sentence}`;
}
