import { CheckAborted, CheckSkipped } from "./aborted";
import type { App } from "./app";
import type { Findings } from "./findings";

/** One attack on an app: what it sends, and what must hold. */
export interface Attack {
  name: string;
  /** What holds if the app withstands it. */
  promise: string;
  /** The page of the guide that explains what to do if it does not. */
  page: string;
  run(app: App, found: Findings): Promise<void>;
}

/** Makes an attack. Whether it comes to its end or not, what it saw is in the findings. */
export async function runAttack<Target extends App>(
  { run }: { run(app: Target, found: Findings): Promise<void> },
  app: Target,
  found: Findings,
) {
  try {
    await run(app, found);
  } catch (error) {
    if (error instanceof CheckSkipped) found.skipped = error.message;
    else if (!(error instanceof CheckAborted)) throw error;
    else if (error.message) found.faults.push(error.message);
  }
}
