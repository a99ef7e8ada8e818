import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide";
import type { Recorder } from "./recorder";
import type { Lease } from "./store";

/** What belongs to one request into a sandbox. There is one object for each request. */
export interface Scope {
  readonly lease: Lease;
  readonly recorder: Recorder;
}

const storage = processWide("sandbox.scope", () => new AsyncLocalStorage<Scope>());

/** Runs what a request does, and whatever that starts, on the visitor's own database. */
export function inScope<Result>(scope: Scope, run: () => Result): Result {
  return storage.run(scope, run);
}

export function currentScope(): Scope {
  const scope = storage.getStore();
  if (scope) return scope;
  throw new Error(
    "There is no database here: the example's `db` works only within a request to /demo/a/api/… or /demo/b/api/….",
  );
}

/** The recorder of the request that is being answered, if there is one. The site's own queries have none. */
export const currentRecorder = () => storage.getStore()?.recorder;
