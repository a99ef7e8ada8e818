import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { StartError } from "./terminal.ts";

/** Listens on a port, of all addresses of this machine. If the port cannot be had, the error says what to do. */
export async function listen(server: Server, port: number) {
  try {
    await once(server.listen(port), "listening");
  } catch (error) {
    throw new StartError(portMessage(port, error));
  }
}

/** Throws if the port cannot be had. Asked before anything slow begins. */
export async function checkPort(port: number) {
  const probe = createServer();
  await listen(probe, port);
  await once(probe.close(), "close");
}

function portMessage(port: number, error: unknown) {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return `Port ${port} is taken. Choose another, for instance PORT=${port + 1}.`;
  }
  return `Port ${port} cannot be used: ${error instanceof Error ? error.message : error}`;
}
