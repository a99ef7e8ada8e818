import { useAuiState } from "@assistant-ui/react";
import { useEffect, useState } from "react";
import { useRuntime } from "./runtime";

type Address =
  | { state: "opening" }
  | { state: "open" }
  | { state: "failed"; reason: string };

// #region thread-in-url
/**
 * Opens the thread that `?thread=…` names, and writes down which one is open, so that
 * a reload comes back to it. The entry in the history is replaced, not added to: the
 * way back leads out of the app, and never through it.
 */
export function useThreadInUrl() {
  const runtime = useRuntime();
  const [requested] = useState(readThread);
  const [address, setAddress] = useState<Address>({
    state: requested ? "opening" : "open",
  });

  useEffect(() => {
    if (!requested) return;
    runtime.threads.switchToThread(requested, { unarchive: false }).then(
      () => setAddress({ state: "open" }),
      (error: Error) => setAddress({ state: "failed", reason: error.message }),
    );
  }, [runtime, requested]);

  const openThread = useAuiState(
    (s) =>
      s.threads.threadItems.find((item) => item.id === s.threads.mainThreadId)
        ?.remoteId,
  );
  const isOpen = address.state === "open";
  useEffect(() => {
    if (isOpen) writeThread(openThread);
  }, [isOpen, openThread]);

  // Who signs in next does not start in this user's thread.
  useEffect(() => () => writeThread(undefined), []);

  return { ...address, leave: () => setAddress({ state: "open" }) };
}
// #endregion thread-in-url

const readThread = () => new URLSearchParams(location.search).get("thread");

function writeThread(threadId: string | undefined) {
  const url = new URL(location.href);
  if (threadId) url.searchParams.set("thread", threadId);
  else url.searchParams.delete("thread");
  if (url.href !== location.href) history.replaceState(null, "", url);
}
