import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type SeedName, seedPassword } from "../protocol/seed-users";
import { nameOf } from "../store/file-store";
import { seedThreads } from "../store/seed-threads";
import { Visitor } from "../testing/visitor";

const folder = await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({ SANDBOX_MAX_BYTES: String(512 * 1024), REQUESTS_PER_MINUTE: "50" });
});
let visitor: Visitor;
beforeEach(async () => {
  visitor = new Visitor();
  await visitor.start();
});

const titles = async (browser: string) => {
  const rows: { title: string | null }[] = await (await visitor.call(browser, "threads")).json();
  return rows.map(({ title }) => title);
};

const titlesOf = (name: SeedName) => new Set(seedThreads[name].map(({ title }) => title));

test("without a sandbox the answer says what to call", async () => {
  const response = await new Visitor().call("a", "threads");
  expect(response.status).toBe(428);
  expect(await response.json()).toEqual({ code: "SANDBOX_REQUIRED", message: "POST /demo/session first." });
});

test("two browsers, two users, one database", async () => {
  expect((await visitor.call("a", "threads")).status).toBe(401);
  const signIn = await visitor.signIn("a", "alice@example.com");
  expect(signIn.headers.getSetCookie()).toEqual([expect.stringMatching(/; Path=\/demo\/a; HttpOnly/)]);
  expect((await visitor.call("b", "threads")).status).toBe(401);
  await visitor.signIn("b", "bob@example.com");

  expect(new Set(await titles("a"))).toEqual(titlesOf("Alice"));
  expect(new Set(await titles("b"))).toEqual(titlesOf("Bob"));
});

test("the session's row holds no address of the visitor", async () => {
  const credentials = { email: "alice@example.com", password: seedPassword };
  const address = { "x-forwarded-for": "192.0.2.7" };
  await visitor.call("a", "auth/sign-in/email", "POST", credentials, address);
  const { session } = await (await visitor.call("a", "auth/get-session")).json();
  expect(session.ipAddress).toMatch(/^2001:0db8:/);
});

test("starting again keeps the sandbox", async () => {
  const { token } = visitor;
  expect((await visitor.start()).status).toBe(200);
  expect(visitor.token).toBe(token);
});

test.each([
  ["f", "threads", "GET", 404],
  ["a", "nothing", "GET", 404],
  ["a", "threads", "DELETE", 405],
  ["a", "threads", "HEAD", 401],
])("/demo/%s/api/%s %s is %i", async (browser, path, method, status) => {
  expect((await visitor.call(browser, path, method)).status).toBe(status);
});

test("a body over 512 KiB is refused, though no Content-Length announces it", async () => {
  await visitor.signIn("a", "alice@example.com");
  const response = await visitor.call("a", "threads", "POST", "x".repeat(512 * 1024 + 1));
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({ code: "TOO_LARGE", message: "Send at most 512 KiB." });
});

test("who asks too fast is told when to come back", async () => {
  for (let count = 0; count < 50; count++) await visitor.call("a", "threads");
  const response = await visitor.call("b", "threads");
  expect(response.status).toBe(429);
  // The window is a minute.
  expect(response.headers.get("retry-after")).toMatch(/^([1-9]|[1-5]\d|60)$/);
  expect((await response.json()).code).toBe("TOO_MANY_REQUESTS");
});

describe("a full sandbox", () => {
  const message = (id: string, kibibytes: number) => ({
    id,
    parent_id: null,
    format: "ai-sdk/v6",
    content: { role: "user", parts: [{ type: "text", text: "x".repeat(kibibytes * 1024) }] },
  });

  test("takes no more messages, keeps what it has, and still lets its visitor sign out, in and tidy up", async () => {
    await visitor.signIn("a", "alice@example.com");
    const messages = "threads/thread-alice-1/messages";
    const read = async () => (await visitor.call("a", messages)).json();
    let response = await visitor.call("a", messages, "POST", message("m0", 60));
    for (let count = 1; response.ok; count++) {
      response = await visitor.call("a", messages, "POST", message(`m${count}`, 60));
    }
    expect(response.status).toBe(507);
    expect((await response.json()).code).toBe("SANDBOX_FULL");
    const kept = await read();

    expect((await visitor.call("a", "auth/sign-out", "POST", {})).status).toBe(200);
    expect((await visitor.signIn("a", "alice@example.com")).status).toBe(200);
    expect(await read()).toEqual(kept);
    expect((await visitor.call("a", "threads/thread-alice-1", "DELETE")).status).toBe(204);
    expect((await visitor.call("a", "threads", "POST", { localId: "new" })).status).toBe(201);
  });
});

describe("a damaged file", () => {
  test.each(["GET", "POST"])(
    "gives a fresh sandbox instead of an error, even while it is open: %s",
    async (method) => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
      vi.spyOn(console, "error").mockImplementation(() => {});
      await visitor.signIn("a", "alice@example.com");
      const file = join(folder, "sandboxes", `${nameOf(visitor.token)}.db`);
      // A write by another connection makes the open one read the file again.
      const other = new Database(file);
      other.exec("create table other (id)");
      other.pragma("wal_checkpoint(TRUNCATE)");
      other.close();
      writeFileSync(file, "no database ".repeat(10_000));

      const body = method === "POST" ? { localId: "new" } : undefined;
      expect((await visitor.call("a", "threads", method, body)).status).toBe(401);
      expect((await visitor.signIn("a", "alice@example.com")).status).toBe(200);
      expect(await titles("a")).toHaveLength(5);
      expect(warn).toHaveBeenCalledOnce();
      warn.mockRestore();
    },
  );
});
