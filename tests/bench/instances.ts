import autocannon from "autocannon";
import { demoPath } from "../../lib/sandbox/protocol/addresses.ts";
import { freePort } from "../support/free-port.ts";
import {
  type InstanceName,
  instanceNames,
  startBalancer,
  startInstance,
} from "../support/proxies/instances.ts";
import type { Service } from "../support/service.ts";
import { Visitor } from "../support/visitor.ts";
import { usageOf } from "./server-usage.ts";

const rounds = 3;
const seconds = 4;
const visitors = 8;

const roomy = { REQUESTS_PER_MINUTE: "1000000", SANDBOXES_PER_HOUR: "1000000" };

/** Requests a second to `GET /api/threads` through nginx, and the processor time of all instances in a second. */
export interface Throughput {
  throughput: number;
  processor: number;
}

/** The same visitors through nginx on one instance and on two, in turns. */
export async function compareInstances(): Promise<Record<"one" | "two", Throughput>[]> {
  // The instances know one address of the site, so one balancer at a time has it.
  const port = await freePort();
  const env = { ...roomy, SITE_URL: `http://127.0.0.1:${port}` };
  const [one, two] = await Promise.all(instanceNames.map((name) => startInstance(name, env)));
  if (!one || !two) throw new Error("There are not two instances.");
  const [a, b] = [one, two].map(({ url }) => url.replace("http://localhost", "127.0.0.1"));
  const through = async (
    second: string | undefined,
    names: readonly InstanceName[],
    instances: Service[],
  ) => {
    const balancer = await startBalancer({ one: a, two: second } as Record<InstanceName, string>, port);
    try {
      return await measure(await enterAll(balancer, names), instances);
    } finally {
      await balancer.stop();
    }
  };
  try {
    const results = [];
    for (let round = 0; round < rounds; round++) {
      results.push({
        one: await through(a, ["one"], [one]),
        two: await through(b, instanceNames, [one, two]),
      });
    }
    return results;
  } finally {
    await Promise.all([one, two].map((service) => service.stop()));
  }
}

/** Visitors who are spread evenly over these instances. */
async function enterAll({ url }: Service, names: readonly InstanceName[]) {
  const { origin } = new URL(url);
  const entered: Visitor[] = [];
  while (entered.length < visitors) {
    const visitor = new Visitor(origin, demoPath("a"));
    await visitor.enterSandbox();
    const wanted = names[entered.length % names.length];
    if (!visitor.cookies("/api/threads").includes(`sandbox=${wanted}~`)) continue;
    await visitor.signUp("Carol");
    entered.push(visitor);
  }
  return entered;
}

async function measure(entered: Visitor[], instances: Service[]): Promise<Throughput> {
  const processor = async () =>
    (await Promise.all(instances.map(({ pid }) => usageOf(pid)))).reduce(
      (sum, usage) => sum + usage.processor,
      0,
    );
  const before = await processor();
  const results = await Promise.all(
    entered.map((visitor) =>
      autocannon({
        url: `${visitor.origin}${visitor.prefix}/api/threads`,
        headers: { cookie: visitor.cookies("/api/threads") },
        connections: 2,
        duration: seconds,
      }),
    ),
  );
  const failed = results.reduce((sum, { errors, non2xx }) => sum + errors + non2xx, 0);
  if (failed > 0) throw new Error(`${failed} requests through nginx failed.`);
  return {
    throughput: results.reduce((sum, { requests }) => sum + requests.average, 0),
    processor: ((await processor()) - before) / seconds,
  };
}
