import { beforeEach, expect, inject, test } from "vitest";
import { type Simulation, simulateHeader } from "~/lib/sandbox/protocol/simulation";
import { readTrace } from "~/lib/sandbox/protocol/trace";
import { Visitor } from "../support/visitor";

const { site } = inject("addresses");

let visitor: Visitor;
let id: string;
beforeEach(async () => {
  visitor = new Visitor(site, "/demo/c");
  await visitor.enterSandbox();
  ({ id } = await visitor.signUp("Alice"));
});

const send = (simulation: Simulation | string, method: string, path: string, body?: object) =>
  visitor.call(method, path, { body, headers: { [simulateHeader]: simulation } });

const traceOf = (response: Response) => readTrace(response.headers.get("x-demo-trace") ?? "");

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

test("an unknown simulation is refused, and the error names the known ones", async () => {
  const response = await send("admin", "GET", "/api/threads");
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    code: "NO_SUCH_SIMULATION",
    message: expect.stringContaining("foreign-origin, keep-cookies"),
  });
});

test("it opens nothing: without a sandbox there is nothing to simulate in", async () => {
  const stranger = new Visitor(site, "/demo/c");
  const headers = { [simulateHeader]: "keep-cookies" };
  expect((await stranger.call("GET", "/api/threads", { headers })).status).toBe(428);
});

test("another site's page may not send it: its preflight gets no leave", async () => {
  const response = await fetch(`${site}/demo/c/api/threads`, {
    method: "OPTIONS",
    headers: {
      Origin: "https://evil.example",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": simulateHeader,
    },
  });
  expect([...response.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
});

test("the example alone knows nothing of it", async () => {
  const alone = new Visitor(inject("addresses").example);
  await alone.signUp("Alice");
  const headers = { [simulateHeader]: "foreign-origin" };
  expect((await alone.call("POST", "/api/threads", { headers, body: { localId: "l" } })).status).toBe(201);
});

test("the stranger's browser has no cookie, so the example finds no session in it", async () => {
  const stranger = visitor.beside("/demo/e");
  const response = await stranger.call("GET", "/api/threads");
  expect(response.status).toBe(401);
  expect(traceOf(response)).toMatchObject({ browser: "e", cookieIn: [], session: null });
});

test("a forged cookie in the stranger's browser leads to no session", async () => {
  const stranger = visitor.beside("/demo/e");
  const Cookie = `${stranger.cookies("/api/threads")}; better-auth.session_token=made-up.by-hand`;
  const response = await stranger.call("GET", "/api/threads", { headers: { Cookie } });
  expect(response.status).toBe(401);
  expect(traceOf(response)).toMatchObject({ cookieIn: ["better-auth.session_token"], session: null });
});
