import { createContext, useContext, useSyncExternalStore } from "react";
import { RequestError, request } from "./request";

// #region pause
/**
 * The time in which the user may not ask, because they have asked too often. The server
 * keeps the limit. This spares them questions that it would refuse.
 */
export class Pause {
  #end = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  /** `request` for what asks the model. */
  ask = async (input: RequestInfo | URL, init?: RequestInit) => {
    try {
      return await request(input, init);
    } catch (error) {
      if (error instanceof RequestError && error.retryAfter > 0) {
        this.#end = Date.now() + error.retryAfter * 1000;
        this.#tick();
      }
      throw error;
    }
  };

  secondsLeft = () => Math.max(0, Math.ceil((this.#end - Date.now()) / 1000));

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #tick = () => {
    for (const listener of this.#listeners) listener();
    clearTimeout(this.#timer);
    if (this.secondsLeft() > 0) this.#timer = setTimeout(this.#tick, 1000);
  };
}
// #endregion pause

/** Each RuntimeProvider has its own: the limit is one user's, in all of their threads. */
export const PauseContext = createContext(new Pause());

/** In how many seconds the user may ask again, or 0. */
export function useSecondsLeft() {
  const pause = useContext(PauseContext);
  return useSyncExternalStore(pause.subscribe, pause.secondsLeft, () => 0);
}
