import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "../http/process-wide";
import type { Recorder } from "./recorder";

const storage = processWide("sandbox.recorder", () => new AsyncLocalStorage<Recorder>());

/** Records what `run` does, and whatever that starts. */
export const recording = <Result>(recorder: Recorder, run: () => Result): Result =>
  storage.run(recorder, run);

/** The recorder of the request that is being answered, if there is one. The site's own queries have none. */
export const currentRecorder = () => storage.getStore();
