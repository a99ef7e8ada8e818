import autocannon from "autocannon";
import { demoPath } from "../../lib/sandbox/protocol/addresses.ts";
import type { Service } from "../support/service.ts";
import { Visitor } from "../support/visitor.ts";
import { usageOf } from "./server-usage.ts";

const rounds = 3;
const seconds = 3;
const connections = 10;
const threads = 20;
/** Requests that come before, on both sides. After them the compiler has little left to do. */
const warmUp = 5_000;

/** An app that answers `GET /api/threads`, and the browser that asks it. */
interface App {
  server: Service;
  visitor: Visitor;
}

/** Of one round: requests a second, and milliseconds of processor time for a request. */
interface Measurement {
  throughput: number;
  processor: number;
}

/** `GET /api/threads` of the example in a sandbox, and of the example served alone, round by round. */
export async function compareThreadLists(site: Service, example: Service) {
  const mounted = { server: site, visitor: new Visitor(site.url, demoPath("a")) };
  const alone = { server: example, visitor: new Visitor(example.url) };
  await mounted.visitor.enterSandbox();
  for (const app of [mounted, alone]) {
    await fill(app);
    await ask(app, { amount: warmUp });
  }

  const results: { mounted: Measurement; alone: Measurement }[] = [];
  // In turns, so that whatever else the machine does falls on both.
  for (let round = 0; round < rounds; round++) {
    results.push({ mounted: await measure(mounted), alone: await measure(alone) });
  }
  return results;
}

/** The same user with the same threads on both sides. */
async function fill({ visitor }: App) {
  await visitor.signUp("Carol");
  for (let at = 0; at < threads; at++) {
    const body = { localId: `thread-${at}` };
    const { id } = await visitor.json<{ id: string }>("POST", "/api/threads", { body });
    await visitor.json("PATCH", `/api/threads/${id}`, { body: { title: `Thread ${at}` } });
  }
}

async function measure(app: App): Promise<Measurement> {
  const before = await usageOf(app.server.pid);
  const { requests } = await ask(app, { duration: seconds });
  const after = await usageOf(app.server.pid);
  return {
    throughput: requests.average,
    processor: (after.processor - before.processor) / requests.total,
  };
}

async function ask({ visitor }: App, howLong: { amount: number } | { duration: number }) {
  const url = `${visitor.origin}${visitor.prefix}/api/threads`;
  const headers = { cookie: visitor.cookies("/api/threads") };
  const result = await autocannon({ url, headers, connections, ...howLong });
  if (result.errors + result.non2xx > 0) {
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  return result;
}
