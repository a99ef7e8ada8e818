import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "../http/process-wide";
import { demoPath } from "../protocol/addresses";
import type { Recorder } from "../trace/recorder";
import type { SandboxHandle } from "./store";

/** The sandbox of one request, and the recorder of its statements. */
export interface Scope {
  readonly sandbox: SandboxHandle;
  readonly recorder: Recorder;
}

const storage = processWide("sandbox.scope", () => new AsyncLocalStorage<Scope>());

/** Runs a request, and whatever it starts, on the visitor's own database, and records its statements. */
export const inScope = <Result>(scope: Scope, run: () => Result): Result => storage.run(scope, run);

/** The recorder of the request that is being answered, if there is one. The site's own queries have none. */
export const currentRecorder = () => storage.getStore()?.recorder;

/** The sandbox of the request that is being answered. Throws outside of one. */
export function currentSandbox(): SandboxHandle {
  const sandbox = storage.getStore()?.sandbox;
  if (sandbox) return sandbox;
  throw new Error(
    `There is no database here: the example's \`db\` works only within a request to a demo's API, such as ${demoPath("{browser}", "/api/threads")}.`,
  );
}
