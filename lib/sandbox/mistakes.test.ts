import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET, PUT } from "~/app/demo/mistakes/route";
import { DELETE as reset } from "~/app/demo/session/route";
import { mistakenRoutes } from "~/lib/mistakes/mistaken-routes";
import { mistakes } from "~/lib/mistakes/mistakes";
import { Visitor } from "./fixture-visitor";
import { mistakenHandler } from "./mistaken-handler";
import { handlerOf, routes } from "./routes";
import { sandboxes } from "./sandboxes";
import { seedUsers } from "./seed";
import { nameOf } from "./token";

// Hoisted above the imports, because the settings are read when their module is loaded.
const folder = vi.hoisted(() => {
  const { mkdtempSync } = process.getBuiltinModule("node:fs");
  const { tmpdir } = process.getBuiltinModule("node:os");
  const DATA_DIR = mkdtempSync(`${tmpdir()}/sandbox-test-`);
  Object.assign(process.env, { DATA_DIR, REQUESTS_PER_MINUTE: "1000000", SANDBOX_MAX_OPEN: "2" });
  return DATA_DIR;
});
vi.mock("next/headers", () => import("./fixture-headers"));

const [alice, bob] = seedUsers;
const names = mistakes.map(({ name }) => name);
const url = "http://localhost:3000/demo/mistakes";

let visitor: Visitor;
beforeEach(async () => {
  visitor = new Visitor();
  await visitor.start();
});
afterAll(async () => {
  await (await sandboxes()).close();
  rmSync(folder, { recursive: true });
});

const headersOf = ({ token }: Visitor) => ({ cookie: `sandbox=${token}`, host: "localhost:3000" });
const read = async (who = visitor) => (await GET(new Request(url, { headers: headersOf(who) }))).json();
const put = (body: unknown, headers: HeadersInit = {}, who = visitor) =>
  PUT(
    new Request(url, {
      method: "PUT",
      headers: { ...headersOf(who), ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
const answered = (response: Response) => response.headers.get("x-demo-mistakes");

describe("the switches", () => {
  test("are off in a fresh sandbox", async () => {
    expect(await read()).toEqual({ on: [] });
    expect(answered(await visitor.call("a", "threads"))).toBeNull();
  });

  test("are set all at once, each by itself or together", async () => {
    for (const on of [...names.map((name) => [name]), names, []]) {
      const response = await put({ on });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ on });
      expect(await read()).toEqual({ on });
    }
  });

  test("outlive a restart, but neither a reset nor a damaged file", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const store = await sandboxes();
    await put({ on: ["list-without-where"] });
    await store.close();
    expect(await read()).toEqual({ on: ["list-without-where"] });

    await store.close();
    writeFileSync(join(folder, "sandboxes", `${nameOf(visitor.token)}.db`), "no database");
    expect(await read()).toEqual({ on: [] });

    await put({ on: ["list-without-where"] });
    await reset(new Request(url, { method: "DELETE", headers: headersOf(visitor) }));
    await visitor.start();
    expect(await read()).toEqual({ on: [] });
  });

  test("keep their bits, because sandboxes outlive a new version of this site", async () => {
    const store = await sandboxes();
    for (const [bit, name] of [
      [0, "chat-without-gate"],
      [1, "list-without-where"],
      [2, "message-without-ownership"],
      [3, "patch-spreads-body"],
      [4, "no-reload-on-auth"],
      [5, "reload-is-not-isolation"],
      [6, "unchecked-response"],
      [7, "cookie-existence-is-no-session"],
    ] as const) {
      await put({ on: [name] });
      const lease = await store.open(visitor.token);
      expect(lease?.db.$client.pragma("user_version", { simple: true })).toBe(1 << bit);
      lease?.release();
    }
  });

  test.each([
    { on: ["no-such-mistake"] },
    { on: ["toString"] },
    { on: "list-without-where" },
    { on: ["list-without-where"], off: [] },
    {},
    [],
    "{",
    "",
    "x".repeat(5000),
  ])("refuse %j, and stay as they were", async (body) => {
    await put({ on: ["list-without-where"] });
    const response = await put(body);
    expect(response.status).toBe(400);
    expect((await response.json()).code).toBe("INVALID_BODY");
    expect(await read()).toEqual({ on: ["list-without-where"] });
  });

  test("are not another site's to set", async () => {
    const response = await put({ on: names }, { origin: "https://evil.example" });
    expect(response.status).toBe(403);
    expect(await read()).toEqual({ on: [] });
  });

  test("need a sandbox", async () => {
    const nobody = new Visitor();
    expect((await put({ on: [] }, {}, nobody)).status).toBe(428);
    expect((await GET(new Request(url))).status).toBe(428);
  });
});

describe("a wrong file", () => {
  test.each(Object.entries(mistakenRoutes))(
    "%s is a route's, and has all of its methods",
    (name, methods) => {
      const file = mistakes.find((mistake) => mistake.name === name)?.file ?? "";
      const route = file.slice("app/api/".length, -"/route.ts".length);
      const right = routes[route] ?? {};
      expect(Object.keys(right).length).toBeGreaterThan(0);
      for (const method of Object.keys(right)) {
        const handler = mistakenHandler(
          route,
          method,
          mistakes.filter((m) => m.name === name).map((m) => m.name),
        );
        expect(handler).toEqual({ name, handler: handlerOf(methods, method) });
        expect(handler?.handler).not.toBe(right[method]);
      }
    },
  );

  test("answers its own route only, and only while it is on", async () => {
    await visitor.signIn("b", bob.email);
    const right = await (await visitor.call("b", "threads")).json();

    await put({ on: ["list-without-where", "no-reload-on-auth"] });
    const wrong = await visitor.call("b", "threads");
    expect(answered(wrong)).toBe("list-without-where");
    const titles = (await wrong.json()).map(({ title }: { title: string }) => title);
    expect(titles).toContain(alice.threads[0]?.title);
    expect(answered(await visitor.call("b", "threads/thread-bob-1"))).toBeNull();

    await put({ on: [] });
    const again = await visitor.call("b", "threads");
    expect(answered(again)).toBeNull();
    expect(await again.json()).toEqual(right);
  });

  test("says so on a refusal, too, and its trace tells what it asked the database", async () => {
    await put({ on: ["list-without-where"] });
    const refused = await visitor.call("a", "threads");
    expect([refused.status, answered(refused)]).toEqual([401, "list-without-where"]);
    expect(refused.headers.get("x-demo-trace")).toMatch(/./);
  });
});

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
      expect((await put({ on }, {}, who)).status).toBe(200);
      switched.set(who, on);
    }
    const expected = switched.get(who) ?? [];
    expect(new Set((await read(who)).on)).toEqual(new Set(expected));
    const response = await who.call("b", "threads");
    const isWrong = expected.includes("list-without-where");
    expect(answered(response)).toBe(isWrong ? "list-without-where" : null);
    expect(await response.json()).toHaveLength(isWrong ? 8 : bob.threads.length);
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
