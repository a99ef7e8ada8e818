import { useSyncExternalStore } from "react";

/**
 * A value that lives as long as the page, for components that stand far apart. `connect` is called when the first
 * listener comes, and what it returns when the last one goes.
 */
export function createStore<Value>(initial: Value, connect?: () => () => void) {
  let value = initial;
  let disconnect: (() => void) | undefined;
  const listeners = new Set<() => void>();

  const get = () => value;
  /** Calls back after each change. Returns what ends that. */
  function subscribe(listener: () => void) {
    if (listeners.size === 0) disconnect = connect?.();
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) disconnect?.();
    };
  }
  return {
    get,
    set(next: Value) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe,
    /** The value, in a component. On the server it is the initial one. */
    use: () => useSyncExternalStore(subscribe, get, () => initial),
  };
}
