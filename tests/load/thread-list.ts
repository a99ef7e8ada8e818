import autocannon from "autocannon";
import { z } from "zod";
import { Client } from "./client.ts";

const rounds = 3;
const seconds = 3;
const connections = 10;
const threads = 20;
const createdThread = z.object({ id: z.string() });

/** Requests a second. */
interface Throughput {
  mounted: number;
  alone: number;
}

/** Throughput of `GET /api/threads` of the mounted example, and of the example served alone, round by round. */
export async function compareThreadList(site: string, example: string) {
  const mounted = new Client(site);
  await mounted.send("POST", "/demo/session");
  const paths = { mounted: "/demo/a", alone: "" };
  const alone = new Client(example);
  await fill(mounted, paths.mounted);
  await fill(alone, paths.alone);

  await measure(mounted, paths.mounted);
  await measure(alone, paths.alone);
  const results: Throughput[] = [];
  // In turns, so that whatever else the machine does falls on both.
  for (let round = 0; round < rounds; round++) {
    results.push({
      mounted: await measure(mounted, paths.mounted),
      alone: await measure(alone, paths.alone),
    });
  }
  return results;
}

/** The same user with the same threads on both sides. */
async function fill(client: Client, prefix: string) {
  await client.send("POST", `${prefix}/api/auth/sign-up/email`, {
    name: "Carol",
    email: "carol@example.com",
    password: "correct-horse-battery",
  });
  for (let at = 0; at < threads; at++) {
    const { id } = createdThread.parse(
      await client.send("POST", `${prefix}/api/threads`, { localId: `thread-${at}` }),
    );
    await client.send("PATCH", `${prefix}/api/threads/${id}`, { title: `Thread ${at}` });
  }
}

/** Requests a second. */
async function measure(client: Client, prefix: string): Promise<number> {
  const result = await autocannon({
    url: `${client.origin}${prefix}/api/threads`,
    headers: { cookie: client.cookie },
    connections,
    duration: seconds,
  });
  if (result.errors + result.non2xx > 0) {
    throw new Error(`${client.origin}${prefix}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  return result.requests.average;
}
