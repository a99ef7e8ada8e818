import type { Answer } from "./request";

/** The check ends here: it has failed, and the rest of it has no ground to stand on. */
export class CheckAborted extends Error {}

/** It ends because it cannot be made in this app. The message says why. */
export class CheckSkipped extends CheckAborted {}

/** What an answer means, in words for either case. */
interface Meaning {
  right: string;
  wrong: string;
  /** What a wrong answer is not, for a line that begins with its status. */
  mismatch?: string;
  /** A `should` harms nobody else. It fails a strict run alone. Anything else is a must. */
  level?: "must" | "should";
}

/** A request of a check. It has no verdict while nobody has judged it. */
export interface Step {
  answer: Answer;
  verdict?: {
    isRight: boolean;
    text: string;
    mismatch: string;
    level: "must" | "should";
    /** It only prepares what is checked afterwards. That it is right shows nothing. */
    isSetup: boolean;
  };
}

/** What a check has found. */
export class Findings {
  steps: Step[] = [];
  /** What is wrong beyond any one answer. */
  faults: string[] = [];
  /** What was not tried, and why. */
  notes: string[] = [];
  /** Why the check could not be made. */
  skipped: string | undefined;

  /** Says of an answer whether it is as it should be. One that was not asked for in the check becomes part of it. */
  judge(answer: Answer, isRight: boolean, meaning: Meaning, isSetup = false) {
    const { right, wrong, mismatch = "", level = "must" } = meaning;
    let index = this.steps.findIndex((step) => step.answer === answer);
    if (index === -1) index = this.steps.length;
    const text = isRight ? right : wrong;
    this.steps[index] = { answer, verdict: { isRight, text, mismatch, level, isSetup } };
  }

  expect(answer: Answer, statuses: number[], meaning: Meaning) {
    this.#expect(answer, statuses.includes(answer.status), statuses.join(" or "), meaning);
  }

  /** The same for a refusal with any of the statuses for one. */
  expectRefusal(answer: Answer, meaning: Meaning) {
    this.#expect(answer, answer.status >= 400 && answer.status < 500, "403", meaning);
  }

  #expect(answer: Answer, isRight: boolean, status: string, meaning: Meaning) {
    const isRedirect = answer.status >= 300 && answer.status < 400;
    const hint = " To fetch, a redirect looks like a success: refuse in the route itself.";
    this.judge(answer, isRight, {
      ...meaning,
      wrong: isRedirect ? meaning.wrong + hint : meaning.wrong,
      mismatch: `, not ${status}`,
    });
  }

  /** Judges what the rest of the check stands on. */
  need(answer: Answer, isRight: boolean, right: string, mismatch?: string) {
    const wrong = "Without this, the rest of the check cannot be made.";
    this.judge(answer, isRight, { right, wrong, mismatch }, true);
    if (!isRight) throw new CheckAborted();
  }

  /** Shows what came of another request, which is what is judged. */
  show(answer: Answer, text: string) {
    this.judge(answer, true, { right: text, wrong: text }, true);
  }

  /** It holds only if something was seen, and nothing was wrong with it. */
  result(isStrict: boolean): "holds" | "fails" | "skipped" {
    const verdicts = this.steps.flatMap(({ verdict }) => verdict ?? []);
    const wrong = verdicts.filter(({ isRight }) => !isRight);
    // What only should be otherwise fails a strict run alone.
    const fails = this.faults.length > 0 || wrong.some(({ level }) => isStrict || level === "must");
    if (fails) return "fails";
    if (this.skipped !== undefined) return "skipped";
    return verdicts.some(({ isSetup }) => !isSetup) ? "holds" : "skipped";
  }
}
