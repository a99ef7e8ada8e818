import { useSyncExternalStore } from "react";
import type { CallReport } from "~/lib/demo/messages";
import type { BrowserName } from "~/lib/demos";
import { type Call, withReport } from "./requests";

const kept = 12;

// Of all demos of the page, for what stands elsewhere on it.
let calls: Call[] = [];
const listeners = new Set<() => void>();
const none: Call[] = [];

export function publish(browser: BrowserName, report: CallReport) {
  calls = withReport(calls, browser, report).slice(-kept);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What the page's demos have asked for last, the newest at the end. */
export function useLatestCalls() {
  return useSyncExternalStore(
    subscribe,
    () => calls,
    () => none,
  );
}
