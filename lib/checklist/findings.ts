import type { Answer } from "./client";

/** What an answer means, in words for either case. */
interface Meaning {
  right: string;
  wrong: string;
}

/** A request of a check. What it says is undefined while nobody has judged it. */
export interface Step {
  answer: Answer;
  verdict?: { isRight: boolean; text: string };
}

/** The check does not hold, and the rest of it has no ground to stand on. */
export class Fault extends Error {}

/** What a check has seen. */
export class Findings {
  readonly steps: Step[] = [];

  asked(answer: Answer) {
    this.steps.push({ answer });
  }

  /** Says of an answer whether it is as it should be. One from before the check becomes part of it. */
  judge(answer: Answer, isRight: boolean, { right, wrong }: Meaning) {
    let index = this.steps.findIndex((step) => step.answer === answer);
    if (index === -1) index = this.steps.push({ answer }) - 1;
    this.steps[index] = { answer, verdict: { isRight, text: isRight ? right : wrong } };
  }

  expect(answer: Answer, statuses: number[], meaning: Meaning) {
    this.judge(answer, statuses.includes(answer.status), meaning);
  }

  /** The same for what the rest of the check stands on. */
  need(answer: Answer, statuses: number[], right: string) {
    this.expect(answer, statuses, { right, wrong: "Without this, the rest of the check cannot be made." });
    if (!statuses.includes(answer.status)) throw new Fault();
  }

  /** It holds only if something was seen, and nothing was wrong with it. */
  get holds() {
    return this.steps.length > 0 && this.steps.every(({ verdict }) => verdict?.isRight);
  }
}
