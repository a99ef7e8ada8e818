import { demoPath } from "../../lib/sandbox/protocol/addresses.ts";
import type { Service } from "../support/service.ts";
import { Visitor } from "../support/visitor.ts";
import { quantile } from "./statistics.ts";

const sandboxes = 5;
/** Sign-ins at a time, all from this machine's address. */
const atOnce = 20;
/** In turns with and without the flood, so that whatever else the machine does falls on both. */
const rounds = 3;
/** Pages that are read in each phase, so that one in a hundred is not a single one. */
const readings = 2_000;

/**
 * How long a reader waits for a page: alone, and while one address signs in with wrong passwords and tries again as soon as
 * there is an answer. Says also how many passwords were hashed, and how many tries were refused.
 */
export async function measureSignInFlood(site: Service) {
  await readPages(site);
  const results: { alone: Waiting; flooded: Flooded }[] = [];
  for (let round = 0; round < rounds; round++) {
    results.push({ alone: await readPages(site), flooded: await readFlooded(site) });
  }
  return results;
}

type Waiting = Awaited<ReturnType<typeof readPages>>;
type Flooded = Awaited<ReturnType<typeof readFlooded>>;

async function readFlooded(site: Service) {
  const visitors = Array.from({ length: sandboxes }, () => new Visitor(site.url, demoPath("a")));
  for (const visitor of visitors) await visitor.enterSandbox();
  const answers = { hashed: 0, refused: 0 };
  let isOver = false;
  const flood = Array.from({ length: atOnce }, async (_, at) => {
    const body = { email: "alice@example.com", password: "not-her-password" };
    while (!isOver) {
      const response = await visitors[at % sandboxes]?.call("POST", "/api/auth/sign-in/email", { body });
      await response?.text();
      if (response?.status === 401) answers.hashed += 1;
      else if (response?.status === 429) answers.refused += 1;
      else throw new Error(`A wrong password was answered with ${response?.status}.`);
    }
  });
  const waiting = await readPages(site);
  isOver = true;
  await Promise.all(flood);
  return { ...waiting, ...answers };
}

/** Milliseconds until a page is there, as a browser asks for it, one after the other. */
async function readPages({ url }: Service) {
  const times: number[] = [];
  for (let at = 0; at < readings; at++) {
    const start = performance.now();
    const response = await fetch(`${url}/docs`, { headers: { "Accept-Encoding": "br" } });
    await response.arrayBuffer();
    times.push(performance.now() - start);
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
