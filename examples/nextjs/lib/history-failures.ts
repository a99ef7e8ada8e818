import { createContext, useContext, useSyncExternalStore } from "react";

/**
 * Which threads could not be read. The runtime logs a failed load and goes on with an
 * empty thread; this is how the page knows the difference, and does not let anyone
 * believe that their messages are gone.
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

/**
 * Each runtime provider gives its own, so that nothing is left of one user when the
 * next signs in.
 */
export const HistoryFailuresContext = createContext(new HistoryFailures());

/** Why this thread's messages are not shown, if that is so. */
export function useHistoryFailure(threadId: string | undefined) {
  const failures = useContext(HistoryFailuresContext);
  return useSyncExternalStore(
    failures.subscribe,
    () => threadId && failures.get(threadId),
    () => undefined,
  );
}
