import type { checks as ofVerifier } from "~/lib/mistakes/mistakes";
import type { Client } from "./client";
import type { Findings } from "./findings";

/** One promise of an app, and how to find out whether it is kept. */
export interface Check {
  name: string;
  title: string;
  promise: string;
  /** Which checks of examples/verify/verify.mjs it makes, in whole or in part. */
  covers: readonly (typeof ofVerifier)[number][];
  /** The page that explains what to do when it does not hold. */
  page: string;
  run(client: Client, found: Findings): Promise<void>;
}
