import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { StartError } from "./terminal.ts";

/** Listens on a port, on all addresses of this machine. If the port cannot be had, the error says what to do. */
export async function listen(server: Server, port: number) {
  try {
    await once(server.listen(port), "listening");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE") throw new StartError(`Port ${port} cannot be used: ${message}`);
    throw new StartError(`Port ${port} is taken. Choose another, for instance PORT=${port + 1}.`);
  }
}

/** Throws if the port cannot be had. Asked before anything slow begins. */
export async function checkPort(port: number) {
  const probe = createServer();
  await listen(probe, port);
  await once(probe.close(), "close");
}
