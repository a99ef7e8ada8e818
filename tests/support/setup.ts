import type { TestProject } from "vitest/node";
import { type Addresses, startServers } from "./servers.ts";

declare module "vitest" {
  interface ProvidedContext {
    addresses: Addresses;
  }
}

/** Starts the servers once for all files. */
export default async function setup(project: TestProject) {
  const { addresses, stop } = await startServers();
  project.provide("addresses", addresses);
  return stop;
}
