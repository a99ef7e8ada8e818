import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, expect, test, vi } from "vitest";
import { seedUsers } from "../protocol/seed-users";
import { masked, readTrace } from "../protocol/trace";
import { nameOf } from "../store/file-store";
import { Visitor } from "../testing/visitor";

const folder = await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({
    REQUESTS_PER_MINUTE: "1000000",
    CHATS_PER_MINUTE: "1000000",
    OPENAI_API_KEY: "for-tests",
  });
});
const [alice] = seedUsers;
let visitor: Visitor;
beforeEach(async () => {
  // The model refuses: a chat stores its question, and gets no answer.
  vi.stubGlobal("fetch", async () => Response.json({}, { status: 400 }));
  vi.spyOn(console, "error").mockImplementation(() => {});
  visitor = new Visitor();
  await visitor.start();
});

const headerOf = (response: Response) => response.headers.get("x-demo-trace") ?? "";
const traceOf = (response: Response) => readTrace(headerOf(response));

test("an answer tells the way from the cookie to the user's rows", async () => {
  await visitor.signIn("a", alice.email);
  const response = await visitor.call("a", "threads?after=9999999999999_x");
  const trace = traceOf(response);
  expect(trace).toMatchObject({
    browser: "a",
    method: "GET",
    path: "/api/threads",
    status: 200,
    cookieIn: ["better-auth.session_token"],
    session: { userId: alice.id, email: alice.email },
    cookiesOut: [],
  });
  expect(trace).not.toHaveProperty("truncated");
  expect(trace).not.toHaveProperty("streaming");
  const [session, user, threads] = trace.sql;
  expect(session).toMatchObject({ text: expect.stringContaining('from "session"'), rows: 1 });
  expect(session?.params[0]).toBe(masked);
  expect(user).toMatchObject({ text: expect.stringContaining('from "user"'), rows: 1 });
  expect(threads).toMatchObject({ text: expect.stringContaining('"threads"."user_id" = ?'), rows: 5 });
  expect(threads?.params).toEqual([alice.id, 9_999_999_999_999, "x", 51]);
});

test("signing in tells which cookie went out, and that nobody had been signed in", async () => {
  expect(traceOf(await visitor.signIn("b", alice.email))).toMatchObject({
    browser: "b",
    cookieIn: [],
    session: null,
    cookiesOut: [
      {
        name: "better-auth.session_token",
        httpOnly: true,
        secure: false,
        sameSite: "Lax",
        path: "/demo/b",
        maxAge: 604_800,
      },
    ],
  });
});

test("signing out tells who left, and that the cookie is cleared", async () => {
  await visitor.signIn("a", alice.email);
  const trace = traceOf(await visitor.call("a", "auth/sign-out", "POST", {}));
  expect(trace.session).toEqual({ userId: alice.id, email: alice.email });
  expect(trace.cookiesOut.map(({ maxAge }) => maxAge)).toContain(0);
  expect(trace.sql.some(({ text, rows }) => text.startsWith('delete from "session"') && rows === 1)).toBe(
    true,
  );
});

test("who is signed out, or was, is nobody", async () => {
  expect(traceOf(await visitor.call("a", "threads"))).toMatchObject({ status: 401, session: null, sql: [] });
  await visitor.signIn("a", alice.email);
  const database = new Database(join(folder, "sandboxes", `${nameOf(visitor.token)}.db`));
  database.prepare("update session set expires_at = 1").run();
  database.close();
  const expired = traceOf(await visitor.call("a", "threads"));
  expect(expired).toMatchObject({ status: 401, session: null });
  expect(expired.sql).toContainEqual(
    expect.objectContaining({ text: expect.stringContaining('from "session"'), rows: 1 }),
  );
});

test("an answer that streams says that it is not at its end", async () => {
  await visitor.signIn("a", alice.email);
  const response = await visitor.call("a", "chat", "POST", {
    id: "thread-alice-1",
    message: { id: "q", role: "user", parts: [{ type: "text", text: "Who am I?" }] },
  });
  const trace = traceOf(response);
  await response.text();
  expect(trace.streaming).toBe(true);
  expect(trace.sql.some(({ text }) => text.startsWith('insert into "messages"'))).toBe(true);
});

test("a refusal by the sandbox itself carries one too", async () => {
  const refused = new Visitor();
  expect(traceOf(await refused.call("a", "threads"))).toMatchObject({ status: 428, sql: [] });
  expect(traceOf(await visitor.call("a", "nothing"))).toMatchObject({ status: 404, sql: [] });
});
