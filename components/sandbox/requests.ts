import { useCallback, useState } from "react";
import type { CallReport } from "~/lib/demo/messages";
import type { BrowserName } from "~/lib/demos";

/** A request of a demo page to the example's API. */
export interface Call {
  id: string;
  browser: BrowserName;
  method: string;
  path: string;
  state: "waiting" | "streaming" | "done" | "failed";
  /** Undefined until the answer begins. */
  answer?: { status: number; ms: number; trace: string | null };
}

export type RecordCall = (browser: BrowserName, report: CallReport) => void;

const maxCalls = 100;

/** What the browsers of one demo have asked for, the newest last. */
export function useCalls() {
  const [calls, setCalls] = useState<Call[]>([]);
  const [isPaused, setPaused] = useState(false);

  const record: RecordCall = (browser, report) => {
    if (isPaused && report.phase === "start") return;
    setCalls((calls) => withReport(calls, browser, report));
  };
  const clear = useCallback(() => setCalls([]), []);

  return { calls, record, clear, isPaused, setPaused };
}

/** The calls after a report. One whose start was not recorded is left out to its end. */
export function withReport(calls: Call[], browser: BrowserName, report: CallReport): Call[] {
  if (report.phase === "start") {
    const { id, method, path } = report;
    return [...calls, { id, browser, method, path, state: "waiting" as const }].slice(-maxCalls);
  }
  return calls.map((call) =>
    call.id === report.id && call.browser === browser ? advance(call, report) : call,
  );
}

function advance(call: Call, report: Exclude<CallReport, { phase: "start" }>): Call {
  switch (report.phase) {
    case "answer": {
      const { status, ms, trace, isStreaming } = report;
      return { ...call, state: isStreaming ? "streaming" : "done", answer: { status, ms, trace } };
    }
    case "end":
      return { ...call, state: "done" };
    case "failed":
      return { ...call, state: "failed" };
  }
}
