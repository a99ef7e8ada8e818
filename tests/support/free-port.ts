import { once } from "node:events";
import { createServer } from "node:net";

/** A port that nobody listens on. */
export const freePort = () => tryPort(0);

/** A port that nobody listens on, and nobody on the next one. */
export async function twoFreePorts(): Promise<number> {
  const port = await freePort();
  const next = await tryPort(port + 1).catch(() => undefined);
  return next === undefined ? twoFreePorts() : port;
}

/** Listens on a port for a moment; 0 is any that is free. Rejects if somebody else listens there. */
async function tryPort(port: number) {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}
