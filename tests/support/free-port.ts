import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A port that nobody listens on. It is not one of those that the system hands out by itself (from 32768 on): by the time
 * that a server listens on it, another process's connection could have it.
 */
export async function freePort(): Promise<number> {
  const port = 10_000 + Math.floor(Math.random() * 20_000);
  return (await isFree(port)) ? port : freePort();
}

/** A port that nobody listens on, and nobody on the next one. */
export async function twoFreePorts(): Promise<number> {
  const port = await freePort();
  return (await isFree(port + 1)) ? port : twoFreePorts();
}

/** Listens on a port for a moment. */
async function isFree(port: number) {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}
