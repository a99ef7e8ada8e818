import { setTimeout as wait } from "node:timers/promises";
import { demoPath } from "../../lib/sandbox/protocol/addresses.ts";
import type { Service } from "../support/service.ts";
import { Visitor } from "../support/visitor.ts";
import { usageOf } from "./server-usage.ts";

const visitors = 200;
const rounds = 20;
const atOnce = 10;

/** Seconds after which an unused database is closed. So short that nobody has to wait for it. */
export const idleSeconds = 5;

/** The server's memory before a load on many sandboxes, just after it, and when it has been quiet for a while. */
export async function measureQuiet(site: Service) {
  const bytes = async () => (await usageOf(site.pid)).memory;
  // A busy server needs this anyway: the compiler's work is not given back.
  await load(site, 20);
  await wait(4 * idleSeconds * 1_000);
  const before = await bytes();
  await load(site, visitors);
  const loaded = await bytes();
  await wait(8 * idleSeconds * 1_000);
  return { visitors, before, loaded, after: await bytes() };
}

async function load({ url }: Service, count: number) {
  const all = Array.from({ length: count }, () => new Visitor(url, demoPath("a")));
  await each(all, async (visitor) => {
    await visitor.enterSandbox();
    await visitor.signUp("Carol");
  });
  for (let round = 0; round < rounds; round++) {
    await each(all, async (visitor) => {
      await visitor.json("POST", "/api/threads", { body: { localId: `thread-${round}` } });
      await visitor.json("GET", "/api/threads");
    });
  }
}

/** Some at a time. */
async function each(all: Visitor[], run: (visitor: Visitor) => Promise<void>) {
  for (let at = 0; at < all.length; at += atOnce) await Promise.all(all.slice(at, at + atOnce).map(run));
}
