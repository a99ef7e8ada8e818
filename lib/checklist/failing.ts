import { mistakes } from "~/lib/mistakes/mistakes";
import type { Check } from "./check";

/** Whether a check cannot hold while these mistakes are on, by the names of the registry. */
export const mustFail = ({ covers }: Pick<Check, "covers">, on: readonly string[]): boolean =>
  mistakes.some(({ name, breaks }) => on.includes(name) && breaks.some((broken) => covers.includes(broken)));
