import { expect, test } from "vitest";
import type { Trace } from "~/lib/sandbox/protocol/trace";
import { requestPathOf } from "./request-path";

const base: Trace = {
  id: "1",
  browser: "a",
  method: "GET",
  path: "/api/threads",
  status: 200,
  ms: 1,
  cookieIn: ["better-auth.session_token"],
  session: { userId: "user-alice", email: "alice@example.com" },
  sql: [
    { text: 'select * from "session" where "token" = ?', params: ["•••"], ms: 0.1, rows: 1 },
    { text: 'select * from "user" where "id" = ?', params: ["user-alice"], ms: 0.1, rows: 1 },
    { text: 'select * from "threads" where "user_id" = ?', params: ["user-alice"], ms: 0.1, rows: 3 },
  ],
  cookiesOut: [],
};

const pathFor = (change: Partial<Trace>) => {
  const path = requestPathOf({ ...base, ...change });
  if (!path) throw new Error("The diagram has no such path.");
  return path;
};

test("a signed-in user's request goes all the way, with the values that it had", () => {
  const path = pathFor({});
  expect([...path.steps]).toEqual(["browser", "routes", "session", "user", "scope"]);
  expect(path.notes).toEqual({
    browser: "sends its cookie",
    session: "alice@example.com",
    user: "user-alice",
    scope: "3 rows",
  });
  expect(path.sentences.join(" ")).toContain("session of alice@example.com, whose id is user-alice");
});

test("without a session it ends where the session would be", () => {
  const path = pathFor({ path: "/api/chat", status: 401, cookieIn: [], session: null, sql: [] });
  expect(path).toMatchObject({ entrance: "chat", isRefused: true });
  expect([...path.steps]).toEqual(["browser", "routes", "session"]);
  expect(path.notes).toEqual({ browser: "no cookie", session: "null, so 401" });
});

test("the query that looks the session up is not the one that is scoped", () => {
  const path = pathFor({ path: "/api/chat", sql: base.sql.slice(0, 2) });
  expect(path.steps.has("scope")).toBe(false);
  expect(path.notes.scope).toBeUndefined();
});

test("signing in and out goes to better-auth's handlers, and is seen at the cookie", () => {
  const cookie = {
    name: "__Secure-better-auth.session_token",
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    path: "/demo/a",
    maxAge: 604800,
  };
  const signIn = pathFor({ path: "/api/auth/sign-in/email", method: "POST", cookiesOut: [cookie] });
  expect([...signIn.steps]).toEqual(["browser", "handlers"]);
  expect(signIn.notes).toEqual({ browser: "cookie set", handlers: "/sign-in/email: 200" });

  const signOut = pathFor({ path: "/api/auth/sign-out", cookiesOut: [{ ...cookie, maxAge: 0 }] });
  expect(signOut.notes.browser).toBe("cookie cleared");
});

test("what is not in the diagram has no way in it", () => {
  expect(requestPathOf({ ...base, path: "/api/threadsafe" })).toBeNull();
});
