import autocannon from "autocannon";
import { z } from "zod";
import type { Service } from "../support/service.ts";
import { Client } from "./client.ts";
import { usageOf } from "./server-usage.ts";

const rounds = 3;
const seconds = 3;
const connections = 10;
const threads = 20;
/** Requests that come before, on both sides. After them the compiler has little left to do. */
const warmUp = 5_000;
const createdThread = z.object({ id: z.string() });

/** An app that answers `GET /api/threads`, below a path of its server. */
interface App {
  server: Service;
  client: Client;
  path: string;
}

/** Of one round: requests a second, and milliseconds of processor time for a request. */
interface Measurement {
  throughput: number;
  processor: number;
}

/** `GET /api/threads` of the example in a sandbox, and of the example served alone, round by round. */
export async function compareThreadLists(site: Service, example: Service) {
  const mounted = { server: site, client: new Client(site.url), path: "/demo/a" };
  const alone = { server: example, client: new Client(example.url), path: "" };
  await mounted.client.send("POST", "/demo/session");
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
async function fill({ client, path }: App) {
  await client.send("POST", `${path}/api/auth/sign-up/email`, {
    name: "Carol",
    email: "carol@example.com",
    password: "correct-horse-battery",
  });
  for (let at = 0; at < threads; at++) {
    const { id } = createdThread.parse(
      await client.send("POST", `${path}/api/threads`, { localId: `thread-${at}` }),
    );
    await client.send("PATCH", `${path}/api/threads/${id}`, { title: `Thread ${at}` });
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

async function ask({ client, path }: App, howLong: { amount: number } | { duration: number }) {
  const url = `${client.origin}${path}/api/threads`;
  const result = await autocannon({ url, headers: { cookie: client.cookie }, connections, ...howLong });
  if (result.errors + result.non2xx > 0) {
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  return result;
}
