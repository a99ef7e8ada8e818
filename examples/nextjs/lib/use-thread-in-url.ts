import { useAuiState } from "@assistant-ui/react";
import { useEffect, useLayoutEffect, useState } from "react";
import { useRuntime } from "./runtime";

type Address =
  | { state: "opening" }
  | { state: "open" }
  | { state: "failed"; reason: string };

/**
 * Opens the thread that `?thread=…` names, and keeps the id of the open thread there,
 * so that a reload comes back to it. It replaces the history entry: the back button
 * leaves the app.
 */
export function useThreadInUrl() {
  const runtime = useRuntime();
  // The server does not know the address, so the first render must not.
  const [address, setAddress] = useState<Address>({ state: "opening" });

  useLayoutEffect(() => {
    const requested = readThread();
    if (!requested) return setAddress({ state: "open" });
    runtime.threads.switchToThread(requested, { unarchive: false }).then(
      () => setAddress({ state: "open" }),
      (error: Error) => setAddress({ state: "failed", reason: error.message }),
    );
  }, [runtime]);

  const openThread = useAuiState(
    (s) =>
      s.threads.threadItems.find((item) => item.id === s.threads.mainThreadId)
        ?.remoteId,
  );
  const isOpen = address.state === "open";
  useEffect(() => {
    if (isOpen) writeThread(openThread);
  }, [isOpen, openThread]);

  // The next user does not begin in this user's thread.
  useEffect(() => () => writeThread(undefined), []);

  return { ...address, leave: () => setAddress({ state: "open" }) };
}

const readThread = () => new URLSearchParams(location.search).get("thread");

function writeThread(threadId: string | undefined) {
  const url = new URL(location.href);
  if (threadId) url.searchParams.set("thread", threadId);
  else url.searchParams.delete("thread");
  if (url.href !== location.href) history.replaceState(null, "", url);
}
