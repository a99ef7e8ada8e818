import { isExpectedToFail } from "~/lib/checks/expected-failures";
import type { Account } from "~/lib/checks/page/page-transport";
import type { Report } from "~/lib/checks/page/run";
import { ChecklistFrame } from "./ChecklistFrame";
import { CheckRow } from "./CheckRow";
import { MistakesNotice } from "./MistakesNotice";
import { useChecklist } from "./use-checklist";

/** The checklist at work: run it, see what it does while it does it, run it again. */
export function ChecklistPanel({ accounts }: { accounts: readonly Account[] }) {
  const { report, isRunning, mistakes, problem, run, switchOff } = useChecklist(accounts);
  const headline = problem ? "The checks could not be made" : headlineOf(report, isRunning);

  return (
    <>
      <ChecklistFrame
        headline={<strong>{headline}</strong>}
        note={problem ? <span role="alert">{problem}</span> : noteOf(report, isRunning)}
        actions={
          // Not disabled while it runs: the focus would be lost.
          <button type="button" aria-disabled={isRunning} onClick={run}>
            {isRunning ? "Running…" : problem ? "Try again" : isDone(report) ? "Run again" : "Run the checks"}
          </button>
        }
        notice={mistakes.length > 0 && <MistakesNotice on={mistakes} switchOff={switchOff} />}
      >
        {report.results.map((result) => (
          <CheckRow
            key={result.row.name}
            {...result}
            isExpected={isExpectedToFail(result.row, mistakes)}
            userIds={report.userIds}
          />
        ))}
      </ChecklistFrame>
      <p role="status" className="sr-only">
        {isRunning ? "The checks are running." : isDone(report) ? `${headline}.` : ""}
      </p>
    </>
  );
}

const isDone = ({ state }: Report) => state === "done";

function headlineOf({ results, state }: Report, isRunning: boolean) {
  const of = (wanted: string) => results.filter(({ state }) => state === wanted).length;
  if (isRunning)
    return `Check ${Math.min(of("holds") + of("fails") + 1, results.length)} of ${results.length}`;
  if (state !== "done") return `${results.length} checks, against a database of your own`;
  const fails = of("fails") === 0 ? "" : `, ${of("fails")} ${of("fails") === 1 ? "does" : "do"} not`;
  return `${of("holds")} of ${results.length} hold${fails}`;
}

function noteOf({ state, requests, threads }: Report, isRunning: boolean) {
  if (isRunning || state !== "done") {
    return "Alice and Bob sign in, each in a browser of their own, and try what they may and what they may not.";
  }
  return `${requests} requests. The ${threads} threads that they made are deleted, and both are signed out. The browsers below were not touched.`;
}
