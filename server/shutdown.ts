import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { Server as NetServer } from "node:net";
import { setImmediate, setTimeout as wait } from "node:timers/promises";

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

interface Patience {
  /** How long it goes on taking connections. Whoever is about to connect, a load balancer above all, needs a moment to learn of the end. */
  graceMs: number;
  /** How long all of it may take. An answer that takes longer is cut short. */
  timeoutMs: number;
}

/**
 * Closes a server so that no request is lost. Every answer from now on ends its connection. Nobody can tell a client that
 * its connection is about to go but by an answer, so a connection that is kept runs out by itself.
 */
export async function closeServer(server: Server, { graceMs, timeoutMs }: Patience) {
  if (!server.listening) return;
  const closed = once(server, "close");
  const overdue = wait(timeoutMs, "overdue", { ref: false });
  server.prependListener("request", (_, response) => {
    response.shouldKeepAlive = false;
  });
  await Promise.race([wait(graceMs), overdue]);
  await emptyTheQueue(server, overdue, () => {
    // An HTTP server's own `close` destroys kept connections, with the requests that are on their way in them.
    NetServer.prototype.close.call(server);
  });
  if ((await Promise.race([closed, overdue])) === "overdue") server.closeAllConnections();
}

/**
 * Closes the door in a moment in which nobody waits at it. Node.js accepts one connection a turn, and the system resets
 * those that wait when the door closes. Requests are held meanwhile, because whoever is answered comes again.
 */
async function emptyTheQueue(server: Server, overdue: Promise<unknown>, close: () => void) {
  const listeners = server.listeners("request") as RequestListener[];
  const held: Parameters<RequestListener>[] = [];
  let isQuiet = false;
  server.removeAllListeners("request").on("request", (...request) => held.push(request));
  server.on("connection", () => {
    isQuiet = false;
  });
  let isOverdue = false;
  void overdue.then(() => {
    isOverdue = true;
  });
  while (!isQuiet && !isOverdue) {
    isQuiet = true;
    await setImmediate();
  }
  close();
  server.removeAllListeners("request");
  for (const listener of listeners) server.on("request", listener);
  for (const request of held) server.emit("request", ...request);
}
