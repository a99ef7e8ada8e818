import type { Breakage } from "../../../lib/checks/breakages.ts";
import { outcomeOf, readReport, runVerifier } from "../verifier.ts";
import type { buildBrokenExample } from "./broken-example.ts";

export type BrokenExample = Awaited<ReturnType<typeof buildBrokenExample>>;

/** What the verifier says of the example with this mistake, or with none. */
export async function verify(example: BrokenExample, breakage?: Breakage) {
  const { address, stop } = await example.start(breakage?.name);
  try {
    // It takes a while, so only where it has to hold or to notice something.
    const limit = !breakage || breakage.checks.includes("limit") ? ["--limit"] : [];
    const { stdout } = await runVerifier(["--json", "--strict", ...limit, address]);
    return outcomeOf(readReport(stdout));
  } finally {
    await stop();
  }
}

export type Outcome = Awaited<ReturnType<typeof verify>>;

/** Whether the verifier notices a mistake by the checks that must notice it, and by no others. */
export function isNoticed({ checks }: Breakage, { fails, skipped, problem }: Outcome) {
  return problem === null && skipped.length === 0 && checks.toSorted().join() === fails.toSorted().join();
}
