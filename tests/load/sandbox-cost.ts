import { execFileSync } from "node:child_process";
import { Client } from "./client.ts";
import { quantile } from "./statistics.ts";

/** Requests of one visitor that come before, so that what a busy server needs anyway is not put down to sandboxes. */
const warmUp = 3_000;
const few = 200;
const many = 5_000;
/** Milliseconds after which it makes no more, and tells how many there are. */
const patience = 240_000;

type Memory = { sandboxes: number; bytes: number };

/** What sandboxes cost: milliseconds to make one, and the server's memory without, with few and with many. */
export async function measureSandboxes(site: string, processGroup: number) {
  const regular = new Client(site);
  await regular.send("POST", "/demo/session");
  for (let at = 0; at < warmUp; at++) await regular.send("GET", "/demo/a/api/auth/get-session");

  const times: number[] = [];
  const memory: Memory[] = [{ sandboxes: 0, bytes: residentBytes(processGroup) }];
  const deadline = performance.now() + patience;
  for (const target of [few, many]) {
    while (times.length < target && performance.now() < deadline) times.push(await visit(site));
    memory.push({ sandboxes: times.length, bytes: residentBytes(processGroup) });
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), memory };
}

/** A visitor who comes and looks, so that the database is opened too. What it took to make the sandbox. */
async function visit(site: string): Promise<number> {
  const visitor = new Client(site);
  const start = performance.now();
  await visitor.send("POST", "/demo/session");
  const took = performance.now() - start;
  await visitor.send("GET", "/demo/a/api/auth/get-session");
  return took;
}

/** Memory of the server: the largest process of its group, which npm is in as well. */
function residentBytes(processGroup: number): number {
  const lines = execFileSync("ps", ["-A", "-o", "pgid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const kibibytes = lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([group, rss = 0]) => (group === processGroup ? [rss] : []));
  return Math.max(...kibibytes) * 1024;
}
