import { startServers } from "../support/servers";

/** Starts the servers once for all specs. The workers inherit the addresses. */
export default async function setup() {
  const { addresses, stop } = await startServers();
  process.env.TEST_SITE = addresses.site;
  process.env.TEST_EXAMPLE = addresses.example;
  process.env.TEST_MODEL = addresses.model;
  return stop;
}
