import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { partsOf, readSetCookie } from "../http/cookies";
import { seedPassword, seedUsers } from "../protocol/seed-users";
import { readTrace } from "../protocol/trace";
import { nameOf } from "../store/file-store";
import { Visitor } from "../testing/visitor";

// Visitors do whatever they may, with secrets in every field, and no trace may show one.

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
beforeEach(() => {
  // The model refuses: a chat stores its question, and gets no answer.
  vi.stubGlobal("fetch", async () => Response.json({}, { status: 400 }));
  vi.spyOn(console, "error").mockImplementation(() => {});
});

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
        traces.push(JSON.stringify(readTrace(response.headers.get("x-demo-trace") ?? "")));
      }
      for (const trace of traces) {
        for (const secret of [...secrets, seedPassword, newPassword]) expect(trace).not.toContain(secret);
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
}, 240_000);
