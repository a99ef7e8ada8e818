import { join } from "node:path";
import { env } from "~/lib/env";
import { processWide } from "../http/process-wide";
import { FileStore } from "./file-store";
import type { SandboxStore } from "./store";
import { buildTemplate } from "./template";

const hour = 3_600_000;
const sweepEvery = 10 * 60_000;

/** The store of this process. The first call builds the template, and takes over the sandboxes of an earlier start. */
export function sandboxes(): Promise<SandboxStore> {
  return processWide("sandbox.store", start);
}

async function start() {
  const store = new FileStore({
    folder: join(env.DATA_DIR, "sandboxes"),
    template: await buildTemplate(),
    maxBytes: env.SANDBOX_MAX_BYTES,
    maxOpen: env.SANDBOX_MAX_OPEN,
    maxCount: env.SANDBOX_MAX_COUNT,
    timeToLive: env.SANDBOX_TTL_HOURS * hour,
  });
  setInterval(() => store.sweep(), sweepEvery).unref();
  // Closing is synchronous, so it still works here, when the last request has ended.
  process.once("exit", () => store.close());
  return store;
}
