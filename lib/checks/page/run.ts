import { RunAborted } from "../app";
import { runAttack } from "../attack";
import { Findings, type Step } from "../findings";
import { deleteThreads } from "../threads";
import { type CheckEnvironment, DemoApp } from "./demo-app";
import { type Row, rows } from "./rows";

export interface Result {
  row: Row;
  state: "waiting" | "running" | "holds" | "fails" | "stopped";
  steps: readonly Step[];
  /** What was not tried, and why. */
  notes: readonly string[];
}

export interface Report {
  state: "waiting" | "running" | "done" | "stopped";
  results: readonly Result[];
  /** The ids of the two users, once they have signed in. */
  userIds: readonly string[];
  /** Requests that were made, cleaning up included. */
  requests: number;
  /** How many threads were made and are deleted. */
  threads: number;
  /** Why it could not go on. */
  problem?: string;
}

export const waiting = (): Report => ({
  state: "waiting",
  results: rows.map((row) => ({ row, state: "waiting", steps: [], notes: [] })),
  userIds: [],
  requests: 0,
  threads: 0,
});

/** Runs the rows one after the other, and reports whenever there is something new. Cleans up, however it ends. */
export async function runRows(
  environment: CheckEnvironment,
  { signal, onReport }: { signal: AbortSignal; onReport: (report: Report) => void },
) {
  const app = new DemoApp(environment, signal);
  let report = waiting();
  const tell = (news: Partial<Report>) => {
    report = { ...report, ...news, requests: app.requests };
    onReport(report);
  };
  const change = (changed: Row, news: Partial<Result>) =>
    tell({
      results: report.results.map((result) => (result.row === changed ? { ...result, ...news } : result)),
    });

  async function run(row: Row) {
    change(row, { state: "running" });
    if (report.userIds.length === 0) {
      await app.signInBoth();
      tell({ userIds: [String(app.a.id), String(app.b.id)] });
    }
    const found = await runRow(row, app, (steps) => change(row, { steps }));
    // Here, because after the last row Alice can no longer delete what is hers.
    await deleteThreads(app);
    tell({ threads: app.deleted });
    change(row, { state: holds(found) ? "holds" : "fails", notes: found.notes });
  }

  tell({ state: "running" });
  let end: Partial<Report> = { state: "done" };
  try {
    for (const row of rows) await run(row);
  } catch (error) {
    if (!(error instanceof RunAborted) && !signal.aborted) throw error;
    const results = report.results.map((result) =>
      result.state === "running" ? { ...result, state: "stopped" as const } : result,
    );
    end = { state: "stopped", results, problem: error instanceof RunAborted ? error.message : undefined };
  } finally {
    app.finish();
    // What stopped the run may stop the cleaning up as well. There is nothing more to be said of it.
    const ifAborted = (error: unknown) => {
      if (!(error instanceof RunAborted)) throw error;
    };
    await deleteThreads(app).catch(ifAborted);
    await app.signOutBoth().catch(ifAborted);
  }
  tell(end);
}

/** Makes the attacks of a row. The example has all that they ask for, so what is skipped is a fault. */
export async function runRow({ attacks }: Row, app: DemoApp, onSteps: (steps: Step[]) => void = () => {}) {
  const found = new Findings();
  app.onAnswer = (answer) => {
    found.steps.push({ answer });
    onSteps([...found.steps]);
  };
  try {
    for (const attack of attacks) await runAttack(attack, app, found);
  } finally {
    const answer = found.steps.at(-1)?.answer;
    if (answer && found.skipped) found.judge(answer, false, { right: "", wrong: `${found.skipped}.` });
    onSteps([...found.steps]);
  }
  return found;
}

/** An answer that nobody has judged is no proof either. */
export const holds = (found: Findings) =>
  found.result(true) === "holds" && found.steps.every(({ verdict }) => verdict !== undefined);
