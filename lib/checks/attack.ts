import type { App } from "./app";
import { CheckAborted, CheckSkipped, type Findings } from "./findings";

/** What is sent to an app, and what must hold. */
export interface Attempt<Target extends App = App> {
  name: string;
  run(app: Target, found: Findings): Promise<void>;
}

/** An attempt that any app can be put to. */
export interface Attack extends Attempt {
  /** What holds if the app withstands it. */
  promise: string;
  /** The page of the guide that explains what to do if it does not. */
  page: string;
  /** The lines that the guide's example has for it, to be added where they are missing. */
  lines: string;
}

/** Makes an attack. Whether it comes to its end or not, what it saw is in the findings. */
export async function runAttack<Target extends App>({ run }: Attempt<Target>, app: Target, found: Findings) {
  try {
    await run(app, found);
  } catch (error) {
    if (error instanceof CheckSkipped) found.skipped = error.message;
    else if (!(error instanceof CheckAborted)) throw error;
    else if (error.message) found.faults.push(error.message);
  }
}
