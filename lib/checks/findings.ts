import { CheckAborted } from "./aborted";
import { redirectHint } from "./answer";
import type { Answer } from "./transport";

/** What an answer means, in words for either case. */
interface Meaning {
  right: string;
  wrong: string;
  /** What a wrong answer is not, for a line that begins with its status. */
  mismatch?: string;
}

interface Verdict {
  isRight: boolean;
  text: string;
  mismatch: string;
  /** It only prepares what is checked afterwards. That it is right shows nothing. */
  isSetup: boolean;
}

/** A request of a check. It has no verdict while nobody has judged it. */
export interface Step {
  answer: Answer;
  verdict?: Verdict;
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

  asked(answer: Answer) {
    this.steps.push({ answer });
  }

  /** Says of an answer whether it is as it should be. One that was not asked for in the check becomes part of it. */
  judge(answer: Answer, isRight: boolean, { right, wrong, mismatch = "" }: Meaning, isSetup = false) {
    let index = this.steps.findIndex((step) => step.answer === answer);
    if (index === -1) index = this.steps.push({ answer }) - 1;
    this.steps[index] = { answer, verdict: { isRight, text: isRight ? right : wrong, mismatch, isSetup } };
  }

  expect(answer: Answer, statuses: number[], { right, wrong }: Meaning) {
    this.judge(answer, statuses.includes(answer.status), {
      right,
      wrong: wrong + redirectHint(answer),
      mismatch: `, not ${statuses.join(" or ")}`,
    });
  }

  /** The same for a refusal with any of the statuses for one. */
  expectRefusal(answer: Answer, { right, wrong }: Meaning) {
    const isRefused = answer.status >= 400 && answer.status < 500;
    this.judge(answer, isRefused, { right, wrong: wrong + redirectHint(answer), mismatch: ", not 403" });
  }

  /** Judges what the rest of the check stands on. */
  need(answer: Answer, isRight: boolean, right: string, mismatch?: string) {
    const wrong = "Without this, the rest of the check cannot be made.";
    this.judge(answer, isRight, { right, wrong, mismatch }, true);
    if (!isRight) throw new CheckAborted();
  }

  /** It holds only if something was seen, and nothing was wrong with it. */
  get result(): "holds" | "fails" | "skipped" {
    const verdicts = this.steps.flatMap(({ verdict }) => verdict ?? []);
    if (this.faults.length > 0 || verdicts.some(({ isRight }) => !isRight)) return "fails";
    if (this.skipped !== undefined) return "skipped";
    return verdicts.some(({ isSetup }) => !isSetup) ? "holds" : "skipped";
  }
}
