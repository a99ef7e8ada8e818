import type { RequestReport } from "~/lib/demo/messages";
import type { ShownBrowser } from "~/lib/sandbox/protocol/addresses";
import { readTrace, type Trace } from "~/lib/sandbox/protocol/trace";
import { createStore } from "../ui/store";

/** A request of a demo page to the example's API. */
export interface DemoRequest {
  id: string;
  /** The demo whose browser sent it. */
  demo: string;
  browser: ShownBrowser;
  method: string;
  path: string;
  state: "waiting" | "streaming" | "done" | "failed";
  /** Undefined until the answer begins. */
  answer?: { status: number; ms: number; trace: Trace | null };
  /** The demo's inspector lists it. One that begins while that is paused is not listed. */
  isListed: boolean;
}

export interface RequestLog {
  /** Requests of all demos of the page, the newest last. */
  requests: readonly DemoRequest[];
  /** The demos whose inspector is paused. */
  paused: ReadonlySet<string>;
}

const maxRequests = 200;

const log = createStore<RequestLog>({ requests: [], paused: new Set() });

export const useRequestLog = log.use;

export function recordRequest(demo: string, browser: ShownBrowser, report: RequestReport) {
  log.set(withReport(log.get(), demo, browser, report));
}

export function pauseRequests(demo: string, isPaused: boolean) {
  const { requests, paused } = log.get();
  const others = [...paused].filter((other) => other !== demo);
  log.set({ requests, paused: new Set(isPaused ? [...others, demo] : others) });
}

/** Takes a demo's requests out of its inspector's list. */
export function clearRequests(demo: string) {
  const { requests, paused } = log.get();
  log.set({
    requests: requests.map((request) => (request.demo === demo ? { ...request, isListed: false } : request)),
    paused,
  });
}

/** The log after a report. A report on a request whose start is not in the log changes nothing. */
export function withReport(
  { requests, paused }: RequestLog,
  demo: string,
  browser: ShownBrowser,
  report: RequestReport,
): RequestLog {
  if (report.phase === "start") {
    const { id, method, path } = report;
    const isListed = !paused.has(demo);
    const request: DemoRequest = { id, demo, browser, method, path, state: "waiting", isListed };
    return { requests: [...requests, request].slice(-maxRequests), paused };
  }
  const isMeant = (request: DemoRequest) =>
    request.id === report.id && request.demo === demo && request.browser === browser;
  return {
    requests: requests.map((request) => (isMeant(request) ? advance(request, report) : request)),
    paused,
  };
}

function advance(request: DemoRequest, report: Exclude<RequestReport, { phase: "start" }>): DemoRequest {
  if (report.phase === "failed") return { ...request, state: "failed" };
  const trace = report.trace ? readTrace(report.trace) : null;
  if (report.phase === "end") {
    const { answer } = request;
    return { ...request, state: "done", answer: answer && { ...answer, trace: trace ?? answer.trace } };
  }
  const { status, ms, isStreaming } = report;
  return { ...request, state: isStreaming ? "streaming" : "done", answer: { status, ms, trace } };
}
