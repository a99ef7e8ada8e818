import type { Check } from "./check";
import { checks } from "./checks";
import { type Account, type Answer, Client, type Surroundings } from "./client";
import { Fault, Findings, type Step } from "./findings";
import { Stop } from "./stop";

export interface Result {
  check: Check;
  state: "waiting" | "running" | "holds" | "fails" | "stopped";
  steps: readonly Step[];
}

export interface Report {
  results: readonly Result[];
  /** The ids of the two users, once they have signed in. */
  userIds: readonly string[];
  /** Requests that were made, cleaning up included. */
  requests: number;
  /** How many threads were made and are deleted. */
  threads: number;
  state: "running" | "done" | "stopped";
  /** Why it could not go on. */
  problem?: string;
}

/** Makes the checks one after the other, and reports whenever there is something new. Cleans up, however it ends. */
export async function runChecks(
  surroundings: Surroundings,
  [alice, bob]: readonly [Account, Account],
  { signal, onReport }: { signal: AbortSignal; onReport: (report: Report) => void },
) {
  const client = new Client(surroundings, signal);
  let report = waiting();
  const tell = (news: Partial<Report>) => {
    report = { ...report, ...news, requests: client.requests };
    onReport(report);
  };
  const change = (changed: Check, news: Partial<Result>) =>
    tell({
      results: report.results.map((result) => (result.check === changed ? { ...result, ...news } : result)),
    });

  async function make(check: Check) {
    change(check, { state: "running" });
    if (report.userIds.length === 0) {
      await client.signIn(alice, bob);
      tell({ userIds: [client.alice.id, client.bob.id] });
    }
    const found = new Findings();
    client.onAnswer = (answer: Answer) => {
      found.asked(answer);
      change(check, { steps: [...found.steps] });
    };
    try {
      await check.run(client, found);
    } catch (error) {
      if (!(error instanceof Fault)) {
        change(check, { steps: [...found.steps] });
        throw error;
      }
    }
    // Here, because after the last check Alice can no longer delete what is hers.
    tell({ threads: report.threads + (await client.tidy()) });
    change(check, { state: found.holds ? "holds" : "fails", steps: [...found.steps] });
  }

  tell({});
  try {
    for (const check of checks) await make(check);
  } catch (error) {
    if (!(error instanceof Stop) && !signal.aborted) throw error;
    client.finish();
    await client.tidy().catch(ifStopped);
    const results = report.results.map((result) =>
      result.state === "running" ? { ...result, state: "stopped" as const } : result,
    );
    tell({ results, state: "stopped", problem: signal.aborted ? undefined : messageOf(error) });
  } finally {
    client.finish();
    await client.signOut().catch(ifStopped);
  }
  if (report.state === "running") tell({ state: "done" });
}

export const waiting = (): Report => ({
  results: checks.map((check) => ({ check, state: "waiting", steps: [] })),
  userIds: [],
  requests: 0,
  threads: 0,
  state: "running",
});

const messageOf = (error: unknown) => (error instanceof Stop ? error.message : undefined);

/** What stopped the run stops the cleaning up as well. There is nothing more to be said of it. */
function ifStopped(error: unknown) {
  if (!(error instanceof Stop)) throw error;
}
