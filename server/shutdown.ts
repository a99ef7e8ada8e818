import { once } from "node:events";
import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Calls back once: at a signal, or when npm is gone. A signal to npm ends the shell between npm and this process, no more.
 * A second signal ends the process at once, as it does where nobody listens.
 */
export function onStop(stop: () => void) {
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && stopOnce(), 250).unref();
  const stopOnce = () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, stopOnce);
    stop();
  };
  for (const signal of signals) process.on(signal, stopOnce);
}

/**
 * Closes servers one after the other, so that what the first still answers may ask the next. Each takes no new
 * connections and lets the answers finish that are under way. An answer that takes longer is cut short.
 */
export async function closeServers(servers: Server[], timeoutMs: number) {
  const overdue = wait(timeoutMs, "overdue", { ref: false });
  for (const server of servers) {
    if (!server.listening) continue;
    const closed = once(server, "close");
    server.close();
    // A connection that was busy just now would otherwise be kept for its next request.
    const hangUp = setInterval(() => server.closeIdleConnections(), 50);
    if ((await Promise.race([closed, overdue])) === "overdue") server.closeAllConnections();
    clearInterval(hangUp);
  }
}
