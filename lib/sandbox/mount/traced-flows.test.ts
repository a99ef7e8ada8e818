import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { partsOf, readSetCookie } from "../http/cookies";
import { seedPassword, seedUsers } from "../protocol/seed-users";
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
  expect(expired.sql.length).toBeGreaterThan(0);
});

test("an answer that streams says that it is not at its end", async () => {
  await visitor.signIn("a", alice.email);
  const response = await visitor.call("a", "chat", "POST", {
    id: "thread-alice-1",
    messages: [{ id: "q", role: "user", parts: [{ type: "text", text: "Who am I?" }] }],
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

// What follows looks for secrets in the traces of whatever visitors may do.

const user = (text: string, id: string) => ({ id, role: "user", parts: [{ type: "text", text }] });
const row = (text: string, id: string) => ({
  id,
  parent_id: null,
  format: "ai-sdk/v6",
  content: { role: "user", parts: [{ type: "text", text }] },
});
const newPassword = "another-password-of-hers";

/** Each may be told a secret, which a visitor can paste into every field that there is. */
const steps: Record<string, (browser: string, secret: string, id: string) => Promise<Response>> = {
  signUp: (browser, secret, id) =>
    visitor.call(browser, "auth/sign-up/email", "POST", {
      name: secret,
      email: `${id}@example.com`,
      password: newPassword,
    }),
  signIn: (browser) => visitor.signIn(browser, alice.email),
  signInWrongly: (browser, secret) =>
    visitor.call(browser, "auth/sign-in/email", "POST", { email: alice.email, password: secret }),
  signOut: (browser) => visitor.call(browser, "auth/sign-out", "POST", {}),
  getSession: (browser) => visitor.call(browser, "auth/get-session"),
  listSessions: (browser) => visitor.call(browser, "auth/list-sessions"),
  listAccounts: (browser) => visitor.call(browser, "auth/list-accounts"),
  revoke: (browser, token) => visitor.call(browser, "auth/revoke-session", "POST", { token }),
  rename: (browser, secret) => visitor.call(browser, "auth/update-user", "POST", { name: secret }),
  changePassword: (browser) =>
    visitor.call(browser, "auth/change-password", "POST", {
      currentPassword: seedPassword,
      newPassword: seedPassword,
      revokeOtherSessions: true,
    }),
  resetPassword: (browser, secret) => visitor.call(browser, `auth/reset-password/${secret}`),
  list: (browser, secret) => visitor.call(browser, `threads?after=1_${secret.slice(0, 60)}`),
  create: (browser, localId) => visitor.call(browser, "threads", "POST", { localId: localId.slice(0, 128) }),
  get: (browser, secret) => visitor.call(browser, `threads/${secret}`),
  patch: (browser, secret) =>
    visitor.call(browser, "threads/thread-alice-1", "PATCH", { title: secret, custom: { secret } }),
  delete: (browser, secret) => visitor.call(browser, `threads/${secret}`, "DELETE"),
  read: (browser) => visitor.call(browser, "threads/thread-alice-1/messages"),
  write: (browser, secret, id) =>
    visitor.call(browser, "threads/thread-alice-1/messages", "POST", row(`<${secret}>`, id)),
  replace: (browser, secret) =>
    visitor.call(browser, "threads/thread-alice-1/messages", "PUT", row(secret, "message-1")),
  remove: (browser, secret) =>
    visitor.call(browser, "threads/thread-alice-1/messages", "DELETE", { ids: [secret] }),
  chat: (browser, secret, id) =>
    visitor.call(browser, "chat", "POST", { id: "thread-alice-1", messages: [user(secret, id)] }),
  title: (browser, secret) =>
    visitor.call(browser, "threads/thread-alice-1/title", "POST", { messages: [user(secret, "m")] }),
};

const storedSecrets = () => {
  const database = new Database(join(folder, "sandboxes", `${nameOf(visitor.token)}.db`), { readonly: true });
  const read = (sql: string) => database.prepare<[], string>(sql).pluck().all();
  const secrets = [...read("select token from session"), ...read("select password from account")];
  database.close();
  return secrets;
};

test("no token, no hash, no cookie and no password is in any trace, whatever a visitor does with it", async () => {
  const step = fc.record({
    browser: fc.constantFrom("a", "b"),
    action: fc.constantFrom(...Object.keys(steps)),
    pick: fc.nat(),
  });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 25 }), async (chosen) => {
      visitor = new Visitor();
      await visitor.start();
      const secrets = new Set([visitor.token]);
      const traces: string[] = [];
      const first = { browser: "a", action: "signIn", pick: 0 };
      for (const { browser, action, pick } of [first, ...chosen]) {
        for (const secret of storedSecrets()) secrets.add(secret);
        // What a visitor knows is in the cookies that this browser holds.
        const own = visitor.cookieValues(browser).flatMap(partsOf);
        const pasted = own[pick % own.length] ?? visitor.token;
        const response = await steps[action]?.(browser, pasted, `id-${count++}`);
        if (!response) throw new Error(`There is no ${action}.`);
        const body = await response.text();
        expect(response.status, body).toBeLessThan(500 + (action === "title" ? 10 : 0));
        for (const cookie of response.headers.getSetCookie()) {
          for (const part of partsOf(readSetCookie(cookie).value)) secrets.add(part);
        }
        for (const secret of storedSecrets()) secrets.add(secret);
        traces.push(JSON.stringify(traceOf(response)));
      }
      for (const trace of traces) {
        for (const secret of [...secrets, seedPassword, newPassword]) expect(trace).not.toContain(secret);
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
}, 240_000);
