import { demoPath } from "../../lib/sandbox/protocol/addresses.ts";
import type { Service } from "../support/service.ts";
import { Visitor } from "../support/visitor.ts";
import { usageOf } from "./server-usage.ts";
import { quantile } from "./statistics.ts";

/** Requests of one visitor that come before, so that what a busy server needs anyway is not put down to sandboxes. */
const warmUp = 3_000;
const few = 200;
const many = 5_000;
/** After this it makes no more, and tells how many there are. */
const timeoutMs = 240_000;

/** What sandboxes cost: milliseconds to make one, and the server's memory without, with few and with many. */
export async function measureSandboxes(site: Service) {
  const regular = new Visitor(site.url, demoPath("a"));
  await regular.enterSandbox();
  for (let at = 0; at < warmUp; at++) await regular.json("GET", "/api/auth/get-session");

  const bytes = async () => (await usageOf(site.pid)).memory;
  const times: number[] = [];
  const without = await bytes();
  const memory: { sandboxes: number; bytes: number }[] = [];
  const deadline = performance.now() + timeoutMs;
  for (const target of [few, many]) {
    while (times.length < target && performance.now() < deadline) times.push(await visit(site.url));
    memory.push({ sandboxes: times.length, bytes: await bytes() });
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), without, memory };
}

/** A visitor who comes and looks, so that the database is opened too. What it took to make the sandbox. */
async function visit(site: string): Promise<number> {
  const visitor = new Visitor(site, demoPath("a"));
  const start = performance.now();
  await visitor.enterSandbox();
  const took = performance.now() - start;
  await visitor.json("GET", "/api/auth/get-session");
  return took;
}
