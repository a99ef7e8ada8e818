import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "../http/process-wide";
import { demoPath } from "../protocol/addresses";
import { recording } from "../trace/current";
import type { Recorder } from "../trace/recorder";
import type { SandboxHandle } from "./store";

/** What belongs to one request into a sandbox. */
export interface Scope {
  readonly sandbox: SandboxHandle;
  readonly recorder: Recorder;
}

const storage = processWide("sandbox.scope", () => new AsyncLocalStorage<SandboxHandle>());

/** Runs a request, and whatever it starts, on the visitor's own database. */
export function inScope<Result>({ sandbox, recorder }: Scope, run: () => Result): Result {
  return storage.run(sandbox, () => recording(recorder, run));
}

/** The sandbox of the request that is being answered. Throws outside of one. */
export function currentSandbox(): SandboxHandle {
  const sandbox = storage.getStore();
  if (sandbox) return sandbox;
  throw new Error(
    `There is no database here: the example's \`db\` works only within a request to a demo's API, such as ${demoPath("{browser}", "/api/threads")}.`,
  );
}
