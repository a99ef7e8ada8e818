import { useEffect, useRef, useState } from "react";
import type { Account } from "~/lib/checks/page/page-transport";
import { type Report, runRows, waiting } from "~/lib/checks/page/run";
import type { MistakeName } from "~/lib/mistakes/mistakes";
import { readActiveMistakes, switchMistakes } from "../sandbox/active-mistakes";
import { enterSandbox, useSandbox } from "../sandbox/sandbox";
import { environment } from "./check-environment";

/** The state of the checklist, and what can be done with it. Leaving the page ends a run. */
export function useChecklist(accounts: readonly Account[]) {
  const [report, setReport] = useState<Report>(waiting);
  const [problem, setProblem] = useState<string>();
  const [mistakes, setMistakes] = useState<readonly MistakeName[]>([]);
  const [isRunning, setRunning] = useState(false);
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
    setProblem(undefined);
  }, [isReset]);

  async function run() {
    if (isRunning) return;
    const controller = new AbortController();
    const { signal } = controller;
    current.current = controller;
    const onReport = (report: Report) => {
      if (signal.aborted) return;
      setReport(report);
      setProblem(report.problem);
    };

    setRunning(true);
    setProblem(undefined);
    setReport(waiting());
    try {
      // Two tabs share the browsers in which Alice and Bob are signed in, so they take turns.
      await navigator.locks.request("checklist", { signal }, async () => {
        await enterSandbox();
        const { on, error } = await readActiveMistakes();
        if (error) throw new Error(error);
        setMistakes(on);
        const [alice, bob] = accounts;
        if (!alice || !bob) throw new Error("The checklist needs two accounts.");
        await runRows(environment, [alice, bob], { signal, onReport });
      });
    } catch (error) {
      if (!signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setRunning(false);
    }
  }

  async function switchOff() {
    if (!(await switchMistakes([]))) return setProblem("The mistakes could not be switched off. Try again.");
    setMistakes([]);
    await run();
  }

  return { report, isRunning, mistakes, problem, run, switchOff };
}
