import { beforeEach, expect, inject, test } from "vitest";
import type { Pretence } from "~/lib/sandbox/pretence";
import { readTrace } from "~/lib/sandbox/read-trace";
import { Visitor } from "../support/visitor";

const { site } = inject("addresses");

let visitor: Visitor;
let id: string;
beforeEach(async () => {
  visitor = new Visitor(site, "/demo/c");
  await visitor.enterSandbox();
  ({ id } = await visitor.signUp("Carol"));
});

const send = (pretence: Pretence | string, method: string, path: string, body?: object) =>
  visitor.call(method, path, { body, headers: { "x-demo-pretend": pretence } });

const traceOf = (response: Response) => readTrace(response.headers.get("x-demo-trace") ?? "");

test.each(["no-cookie", "forged-cookie"] as const)(
  "%s: the example finds no session, in a sandbox that is still there",
  async (pretence) => {
    const response = await send(pretence, "GET", "/api/threads");
    expect(response.status).toBe(401);
    const { cookieIn, session } = traceOf(response);
    expect(session).toBeNull();
    expect(cookieIn).toHaveLength(pretence === "no-cookie" ? 0 : 1);
    expect((await send(pretence, "POST", "/api/chat", { messages: [] })).status).toBe(401);
    expect((await send(pretence, "POST", "/api/threads", { localId: "l" })).status).toBe(401);

    const own = await visitor.call("GET", "/api/threads");
    expect(await own.json()).toEqual([]);
  },
);

test("foreign-origin: the example refuses to write, although it knows whose cookie it is", async () => {
  const response = await send("foreign-origin", "POST", "/api/threads", { localId: "l" });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: "INVALID_ORIGIN" });
  expect(traceOf(response).session?.userId).toBe(id);
});

test("foreign-origin: better-auth refuses as well", async () => {
  expect((await send("foreign-origin", "POST", "/api/auth/sign-out", {})).status).toBe(403);
  expect((await visitor.call("GET", "/api/threads")).status).toBe(200);
});

test("keep-cookies: the browser keeps the cookie after sign-out, and the session is over all the same", async () => {
  const before = visitor.cookies("/api/threads");
  const left = await send("keep-cookies", "POST", "/api/auth/sign-out", {});
  expect(left.status).toBe(200);
  expect(left.headers.getSetCookie()).toEqual([]);
  expect(visitor.cookies("/api/threads")).toBe(before);
  expect((await visitor.call("GET", "/api/threads")).status).toBe(401);
  expect(traceOf(left).cookiesOut).toContainEqual(expect.objectContaining({ maxAge: 0 }));
});

test("an unknown pretence is refused, and names the known ones", async () => {
  const response = await send("admin", "GET", "/api/threads");
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    code: "NO_SUCH_PRETENCE",
    message: expect.stringContaining("no-cookie, forged-cookie, foreign-origin, keep-cookies"),
  });
});

test("it opens nothing: without a sandbox there is nothing to pretend in", async () => {
  const stranger = new Visitor(site, "/demo/c");
  const headers = { "x-demo-pretend": "keep-cookies" };
  expect((await stranger.call("GET", "/api/threads", { headers })).status).toBe(428);
});

test("another site's page may not send it: its preflight gets no leave", async () => {
  const response = await fetch(`${site}/demo/c/api/threads`, {
    method: "OPTIONS",
    headers: {
      Origin: "https://evil.example",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "x-demo-pretend",
    },
  });
  expect([...response.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
});

test("of the example alone it changes nothing", async () => {
  const alone = new Visitor(inject("addresses").example);
  await alone.signUp("Carol");
  const headers = { "x-demo-pretend": "no-cookie" };
  expect((await alone.call("GET", "/api/threads", { headers })).status).toBe(200);
});
