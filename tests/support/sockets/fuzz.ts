import { demoPath } from "../../../lib/sandbox/protocol/addresses.ts";
import { Visitor } from "../visitor.ts";
import { fuzzedRequest, randomNumbers } from "./fuzzed-request.ts";
import { type Outcome, sendRaw } from "./raw-request.ts";

/** Requests that are under way at a time. */
const lanes = 8;

interface Failure {
  outcome: Outcome;
  request: string;
}

/** Sends a site this many fuzzed requests, and returns those that it did not answer, or answered with 5xx. */
export async function fuzz(site: string, count: number, seed: number) {
  const visitor = new Visitor(site, demoPath("a"));
  await visitor.enterSandbox();
  await visitor.signUp("Fay");
  const cookie = visitor.cookies("/api/threads");
  const { host } = new URL(site);

  const random = randomNumbers(seed);
  const requests = Array.from({ length: count }, () => fuzzedRequest(random, host, cookie));
  const failures: Failure[] = [];
  const statuses = new Map<Outcome, number>();
  const queue = requests.values();
  const lane = async () => {
    for (const request of queue) {
      const { outcome } = await sendRaw(site, request);
      statuses.set(outcome, (statuses.get(outcome) ?? 0) + 1);
      if (typeof outcome !== "number" || outcome >= 500)
        failures.push({ outcome, request: request.slice(0, 600) });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { failures, statuses };
}
