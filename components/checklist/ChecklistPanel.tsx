import { useEffect, useRef, useState } from "react";
import { type Report, runRows, waiting } from "~/lib/checks/page/run";
import type { MistakeName } from "~/lib/mistakes/mistakes";
import { readActiveMistakes, switchMistakes } from "../sandbox/active-mistakes";
import { enterSandbox, useSandbox } from "../sandbox/sandbox";
import { ChecklistView } from "./ChecklistView";
import { environment } from "./check-environment";

/** The checklist at work: run it, see what it does while it does it, run it again. Leaving the page ends a run. */
export function ChecklistPanel() {
  const [report, setReport] = useState<Report>(waiting);
  const [mistakes, setMistakes] = useState<readonly MistakeName[]>([]);
  const current = useRef<AbortController>(undefined);
  const sandbox = useSandbox();

  useEffect(() => () => current.current?.abort(), []);

  // Results for a database that has been thrown away say nothing about the one in its place.
  const isReset = sandbox.status === "making" && sandbox.isReset;
  useEffect(() => {
    if (!isReset) return;
    current.current?.abort();
    setReport(waiting());
    setMistakes([]);
  }, [isReset]);

  const stop = (problem: string) => setReport((report) => ({ ...report, state: "stopped", problem }));

  async function run() {
    if (report.state === "running") return;
    const controller = new AbortController();
    const { signal } = controller;
    current.current = controller;
    const onReport = (report: Report) => !signal.aborted && setReport(report);

    setReport({ ...waiting(), state: "running" });
    try {
      // Two tabs share the browsers in which Alice and Bob are signed in, so they take turns.
      await navigator.locks.request("checklist", { signal }, async () => {
        await enterSandbox();
        const { on, error } = await readActiveMistakes();
        if (error) throw new Error(error);
        setMistakes(on);
        await runRows(environment, { signal, onReport });
      });
    } catch (error) {
      if (!signal.aborted) stop(error instanceof Error ? error.message : String(error));
    }
  }

  async function switchOff() {
    if (!(await switchMistakes([]))) return stop("The mistakes could not be switched off. Try again.");
    setMistakes([]);
    await run();
  }

  return <ChecklistView report={report} mistakes={mistakes} run={run} switchOff={switchOff} />;
}
