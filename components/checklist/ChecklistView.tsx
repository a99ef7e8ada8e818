import { isExpectedToFail } from "~/lib/checks/expected-failures";
import type { Report } from "~/lib/checks/page/run";
import { CheckRow } from "./CheckRow";
import { MistakesNotice } from "./MistakesNotice";

interface ChecklistViewProps {
  report: Report;
  /** The names of those that are switched on. */
  mistakes: readonly string[];
  /** Undefined until there is something that can run. */
  run?: () => void;
  switchOff?: () => void;
}

/** The checklist: what it did, what it does, and what the reader can do with it. */
export function ChecklistView({ report, mistakes, run, switchOff }: ChecklistViewProps) {
  const { state, results, problem, requests, threads, userIds } = report;
  const headline = headlineOf(report);
  const note =
    state === "done"
      ? `${requests} requests. The ${threads} threads that they made are deleted, and both are signed out. The browsers below were not touched.`
      : "Alice and Bob sign in, each in a browser of their own, and try what they may and what they may not.";
  const buttons = { waiting: "Run the checks", running: "Running…", done: "Run again", stopped: "Try again" };
  return (
    <>
      <header className="checklist-head">
        <div>
          <p className="checklist-headline">
            <strong>{headline}</strong>
          </p>
          <p className="checklist-note">
            {problem ? <span role="alert">{problem}</span> : note}
            {!run && (
              <noscript>
                {" "}
                <strong>This needs JavaScript.</strong> The commands below do not.
              </noscript>
            )}
          </p>
        </div>
        <div className="checklist-actions">
          {/* Not disabled while it runs: the focus would be lost. */}
          <button type="button" disabled={!run} aria-disabled={state === "running"} onClick={run}>
            {buttons[state]}
          </button>
        </div>
      </header>
      {switchOff && mistakes.length > 0 && <MistakesNotice on={mistakes} switchOff={switchOff} />}
      <ol className="checklist-rows">
        {results.map((result) => (
          <CheckRow
            key={result.row.name}
            {...result}
            isExpected={isExpectedToFail(result.row, mistakes)}
            userIds={userIds}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {state === "running" ? "The checks are running." : state === "done" ? `${headline}.` : ""}
      </p>
    </>
  );
}

function headlineOf({ results, state }: Report) {
  const count = (wanted: string) => results.filter(({ state }) => state === wanted).length;
  const [holds, fails, all] = [count("holds"), count("fails"), results.length];
  if (state === "stopped") return "The checks could not be made";
  if (state === "waiting") return `${all} checks, against a database of your own`;
  if (state === "running") return `Check ${Math.min(holds + fails + 1, all)} of ${all}`;
  return `${holds} of ${all} hold${fails === 0 ? "" : `, ${fails} ${fails === 1 ? "does" : "do"} not`}`;
}
