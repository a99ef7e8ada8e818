import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, expect, test, vi } from "vitest";
import { readTrace } from "../protocol/trace";
import { nameOf } from "../store/file-store";
import { Visitor } from "../testing/visitor";

const folder = await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({ OPENAI_API_KEY: "for-tests" });
});
const days = (count: number) => count * 24 * 60 * 60 * 1000;
let visitor: Visitor;
beforeEach(async () => {
  // The model refuses: a chat stores its question, and gets no answer.
  vi.stubGlobal("fetch", async () => Response.json({}, { status: 400 }));
  vi.spyOn(console, "error").mockImplementation(() => {});
  visitor = new Visitor();
  await visitor.start();
  await visitor.signIn("a", "alice@example.com");
  await visitor.signIn("b", "bob@example.com");

  const database = new Database(join(folder, "sandboxes", `${nameOf(visitor.token)}.db`));
  database.prepare("update session set expires_at = ?").run(Date.now() + days(5));
  database.close();
});

const question = { id: "q", role: "user", parts: [{ type: "text", text: "Who am I?" }] };

test.each([
  ["the list", "threads", "GET", undefined],
  ["a chat, whose answer streams", "chat", "POST", { id: "thread-alice-1", message: question }],
])("a session near its end is renewed in its own browser alone: by %s", async (_, path, method, body) => {
  const before = { a: visitor.cookieValues("a"), b: visitor.cookieValues("b") };
  const response = await visitor.call("a", path, method, body);
  await response.text();
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^better-auth\.session_token=[^;]+; (?=.*Path=\/demo\/a(;|$))(?=.*Max-Age=604800)/),
  ]);
  expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly/);
  expect(readTrace(response.headers.get("x-demo-trace") ?? "").cookiesOut).toMatchObject([
    { name: "better-auth.session_token", path: "/demo/a", maxAge: 604800, httpOnly: true },
  ]);
  expect({ a: visitor.cookieValues("a"), b: visitor.cookieValues("b") }).toEqual(before);

  expect((await visitor.call("a", "threads")).headers.getSetCookie()).toEqual([]);
});

test("a request that keeps its browser's cookies changes none, where a session is renewed and where one has ended", async () => {
  const keep = { "x-demo-simulate": "keep-cookies" };
  const renewed = await visitor.call("a", "threads", "GET", undefined, keep);
  expect(renewed.status).toBe(200);
  await visitor.call("a", "auth/sign-out", "POST", {}, keep);
  const ended = await visitor.call("a", "threads", "GET", undefined, keep);
  expect(ended.status).toBe(401);
  for (const cookie of [renewed, ended].flatMap((response) => response.headers.getSetCookie()))
    expect(cookie).toMatch(/Path=\/demo\/a\/nowhere(;|$)/);
});
