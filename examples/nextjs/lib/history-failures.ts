import { createContext, useContext, useSyncExternalStore } from "react";

/**
 * The threads whose messages could not be loaded, with the reason. The runtime logs
 * such a failure and shows an empty thread, as if the messages were gone.
 */
export class HistoryFailures {
  #messages = new Map<string, string>();
  #listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get = (threadId: string) => this.#messages.get(threadId);

  set(threadId: string, message: string) {
    this.#messages.set(threadId, message);
    this.#notify();
  }

  clear(threadId: string) {
    if (this.#messages.delete(threadId)) this.#notify();
  }

  #notify() {
    for (const listener of this.#listeners) listener();
  }
}

// #region failure
/** Each RuntimeProvider has its own, so that nothing of one user reaches the next. */
export const HistoryFailuresContext = createContext(new HistoryFailures());

/** Why the messages of this thread could not be loaded, or undefined. */
export function useHistoryFailure(threadId: string | undefined) {
  const failures = useContext(HistoryFailuresContext);
  return useSyncExternalStore(
    failures.subscribe,
    () => threadId && failures.get(threadId),
    () => undefined,
  );
}
// #endregion failure
