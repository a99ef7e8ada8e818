import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { mistakes } from "~/lib/mistakes/mistakes";
import { mistakenHandler, mistakenRoutes } from "../mount/mistaken-routes";
import { handlerOf, routes } from "../mount/routes";
import { seedUsers } from "../protocol/seed-users";
import { readTrace } from "../protocol/trace";
import { nameOf } from "../store/file-store";
import { sandboxes } from "../store/sandboxes";
import { seedThreads } from "../store/seed-threads";
import { Visitor } from "../testing/visitor";
import { readActiveMistakes as GET, setActiveMistakes as PUT } from "./mistakes";
import { deleteSandbox as reset } from "./session";

const folder = await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({ REQUESTS_PER_MINUTE: "1000000" });
});
const [alice, bob] = seedUsers;
const names = mistakes.map(({ name }) => name);
const url = "http://localhost:3000/demo/mistakes";

let visitor: Visitor;
beforeEach(async () => {
  visitor = new Visitor();
  await visitor.start();
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

  test("leave out a mistake that this version of the site does not know", async () => {
    await put({ on: ["list-without-where"] });
    const store = await sandboxes();
    const sandbox = await store.open(visitor.token);
    sandbox?.db.$client.prepare("insert into site_active_mistakes (name) values ('forgotten')").run();
    sandbox?.release();
    await store.close();
    expect(await read()).toEqual({ on: ["list-without-where"] });
  });

  test("are off in a sandbox from before the site had a table for them", async () => {
    const store = await sandboxes();
    const sandbox = await store.open(visitor.token);
    sandbox?.db.$client.exec("drop table site_active_mistakes");
    sandbox?.release();
    await store.close();
    expect(await read()).toEqual({ on: [] });
    expect((await put({ on: ["list-without-where"] })).status).toBe(200);
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
    expect(titles).toContain(seedThreads.Alice[0]?.title);
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
    const { session, sql } = readTrace(refused.headers.get("x-demo-trace") ?? "");
    expect({ session, sql }).toEqual({ session: null, sql: [] });

    await visitor.signIn("a", alice.email);
    const answer = await visitor.call("a", "threads");
    const list = readTrace(answer.headers.get("x-demo-trace") ?? "").sql.at(-1);
    expect(list?.text).toMatch(/from "threads" order by/);
    expect(list?.rows).toBe(8);
  });
});
