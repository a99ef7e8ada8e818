import { join } from "node:path";
import { env } from "~/lib/env";
import { meter } from "~/lib/operator/meter";
import { processWide } from "../http/process-wide";
import { FileStore } from "./file-store";
import type { SandboxStore } from "./store";
import { buildTemplate } from "./template";

const hour = 3_600_000;
const second = 1_000;
/** The longest time between two sweeps. */
const minute = 60 * second;

/** The store of this process. The first call builds the template, and takes over the sandboxes of an earlier start. */
export function sandboxes(): Promise<SandboxStore> {
  return processWide("sandbox.store", start);
}

async function start() {
  // The start sets it, if nobody else has.
  if (!env.BETTER_AUTH_SECRET) throw new Error("BETTER_AUTH_SECRET is not set. Start the site with npm.");
  const idle = env.SANDBOX_IDLE_SECONDS * second;
  const store = new FileStore({
    folder: join(env.DATA_DIR, "sandboxes"),
    template: await buildTemplate(),
    key: env.BETTER_AUTH_SECRET,
    maxBytes: env.SANDBOX_MAX_BYTES,
    maxTotalBytes: env.DISK_MAX_BYTES,
    minFreeBytes: env.DISK_MIN_FREE_BYTES,
    maxOpen: env.SANDBOX_MAX_OPEN,
    idle,
    maxCount: env.SANDBOX_MAX_COUNT,
    maxPerNetwork: env.SANDBOXES_PER_NETWORK,
    timeToLive: env.SANDBOX_TTL_HOURS * hour,
  });
  meter()?.watch(() => store.counts());
  // A disk that turned read-only may be another one next time.
  setInterval(() => store.sweep().catch(console.error), Math.min(minute, idle)).unref();
  // Closing is synchronous, so it still works here, when the last request has ended.
  process.once("exit", () => store.close());
  return store;
}
