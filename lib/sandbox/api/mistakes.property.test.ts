import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { mistakes } from "~/lib/mistakes/mistakes";
import { mistakesUrl } from "../protocol/addresses";
import { seedUsers } from "../protocol/seed-users";
import { seedThreads } from "../store/seed-threads";
import { Visitor } from "../testing/visitor";
import { readActiveMistakes, setActiveMistakes } from "./mistakes";

// Fewer databases may be open than there are visitors, so that they also close and open all the time.

await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({ REQUESTS_PER_MINUTE: "1000000", SANDBOX_MAX_OPEN: "2" });
});
const [, bob] = seedUsers;
const names = mistakes.map(({ name }) => name);
const url = `http://localhost:3000${mistakesUrl}`;

const headersOf = ({ token }: Visitor) => ({ cookie: `sandbox=${token}`, host: "localhost:3000" });

async function read(who: Visitor): Promise<readonly string[]> {
  const response = await readActiveMistakes(new Request(url, { headers: headersOf(who) }));
  return (await response.json()).on;
}

const put = (on: readonly string[], who: Visitor) =>
  setActiveMistakes(
    new Request(url, { method: "PUT", headers: headersOf(who), body: JSON.stringify({ on }) }),
  );

test("no mistake crosses from one visitor to another", async () => {
  const visitors = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const visitor = new Visitor();
      await visitor.start();
      await visitor.signIn("b", bob.email);
      return visitor;
    }),
  );
  const step = fc.record({
    who: fc.nat(visitors.length - 1),
    on: fc.option(fc.uniqueArray(fc.constantFrom(...names)), { nil: undefined }),
  });
  const switched = new Map<Visitor, readonly string[]>();

  async function take(who: Visitor, on: readonly string[] | undefined) {
    if (on) {
      expect((await put(on, who)).status).toBe(200);
      switched.set(who, on);
    }
    const expected = switched.get(who) ?? [];
    expect(new Set(await read(who))).toEqual(new Set(expected));
    const response = await who.call("b", "threads");
    const isWrong = expected.includes("list-without-where");
    expect(response.headers.get("x-demo-mistakes")).toBe(isWrong ? "list-without-where" : null);
    expect(await response.json()).toHaveLength(isWrong ? 8 : seedThreads.Bob.length);
  }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      // The visitors all at once, each of them one step after the other.
      await Promise.all(
        visitors.map(async (visitor, index) => {
          for (const { who, on } of steps) if (who === index) await take(visitor, on);
        }),
      );
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 120_000);
