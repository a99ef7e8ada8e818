import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { user } from "@/db/auth-schema";
import * as stores from "../testing/store-folder";
import { type FileStore, nameOf } from "./file-store";
import type { SandboxHandle } from "./store";

const hour = 3_600_000;
const day = 24 * hour;

const folder = new stores.StoreFolder();
let store: FileStore;

beforeEach(() => {
  store = folder.open();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const create = () => stores.create(store);
const mustOpen = (token: string) => stores.open(store, token);
const use = <Result>(token: string, run: (sandbox: SandboxHandle) => Result) => stores.use(store, token, run);
const fileOf = (token: string) => folder.fileOf(token);

const rename = (token: string, name: string) =>
  use(token, ({ db }) => db.update(user).set({ name }).where(eq(user.email, "alice@example.com")).run());

const nameOfAlice = (token: string) =>
  use(token, ({ db }) => db.select().from(user).where(eq(user.email, "alice@example.com")).get()?.name);

test("each sandbox is a database of its own", async () => {
  const [one, two] = [await create(), await create()];
  await rename(one, "Eve");
  expect(await nameOfAlice(one)).toBe("Eve");
  expect(await nameOfAlice(two)).toBe("Alice");
});

test("the token is nowhere on the disk, and others on the machine cannot read the file", async () => {
  const token = await create();
  await rename(token, "Eve");
  for (const file of readdirSync(folder.path)) {
    expect(file).not.toContain(token);
    expect(readFileSync(join(folder.path, file), "latin1")).not.toContain(token);
  }
  expect(statSync(fileOf(token)).mode & 0o077).toBe(0);
  expect(statSync(folder.path).mode & 0o077).toBe(0);
});

test("a token that nobody was given opens nothing", async () => {
  expect(await store.open("made-up")).toBeNull();
  expect(await store.open("../../etc/passwd")).toBeNull();
  expect(readdirSync(folder.path)).toEqual([]);
});

test("a restart keeps everything, even when the process was killed", async () => {
  const token = await create();
  await rename(token, "Eve");
  // Not closed: what was committed is in the write-ahead log.
  const killed = store;
  store = folder.open();
  expect(await nameOfAlice(token)).toBe("Eve");
  await killed.close();
});

test("closing leaves one file a sandbox", async () => {
  const token = await create();
  await rename(token, "Eve");
  await store.close();
  expect(readdirSync(folder.path)).toEqual([`${nameOf(token)}.db`]);
});

test("removing deletes the file and its logs", async () => {
  const token = await create();
  await rename(token, "Eve");
  await store.remove(token);
  expect(readdirSync(folder.path)).toEqual([]);
  expect(await store.open(token)).toBeNull();
});

test("removing lets a request that is under way finish", async () => {
  const token = await create();
  const sandbox = await mustOpen(token);
  await store.remove(token);
  expect(await store.open(token)).toBeNull();
  expect(sandbox.db.select().from(user).all()).toHaveLength(2);
  sandbox.release();
  sandbox.release();
  expect(readdirSync(folder.path)).toEqual([]);
});

test("no more are open than allowed, but none that is in use is closed", async () => {
  store = folder.open({ maxOpen: 2 });
  const tokens = await Promise.all(Array.from({ length: 4 }, () => create()));
  const sandboxes = await Promise.all(tokens.map(mustOpen));
  for (const sandbox of sandboxes) expect(sandbox.db.select().from(user).all()).toHaveLength(2);
  for (const sandbox of sandboxes) sandbox.release();

  for (const token of tokens) await rename(token, "Eve");
  expect(tokens.filter((token) => existsSync(`${fileOf(token)}-wal`))).toHaveLength(2);
  expect(await Promise.all(tokens.map(nameOfAlice))).toEqual(["Eve", "Eve", "Eve", "Eve"]);
});

test("what nobody uses is closed after a while, and opens again for its visitor", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const [idle, used, busy] = [await create(), await create(), await create()];
  const isOpen = (token: string) => existsSync(`${fileOf(token)}-wal`);
  const sandbox = await mustOpen(busy);
  await rename(idle, "Eve");
  vi.advanceTimersByTime(4 * 60_000);
  await rename(used, "Mallory");
  vi.advanceTimersByTime(60_000);
  await store.sweep();
  expect([idle, used, busy].map(isOpen)).toEqual([false, true, true]);
  expect(await nameOfAlice(idle)).toBe("Eve");

  sandbox.release();
  await store.sweep();
  expect(isOpen(busy)).toBe(true);
  vi.advanceTimersByTime(5 * 60_000);
  await store.sweep();
  expect([idle, used, busy].map(isOpen)).toEqual([false, false, false]);
});

test("what a request leaves behind may still write after it has ended, on a database that was closed", async () => {
  store = folder.open({ maxOpen: 1 });
  const [one, two] = [await create(), await create()];
  const sandbox = await mustOpen(one);
  sandbox.release();
  await rename(two, "Eve");
  sandbox.db.update(user).set({ name: "Late" }).where(eq(user.email, "alice@example.com")).run();
  expect(await nameOfAlice(one)).toBe("Late");
});

test("what nobody has used for a day goes, what was used stays", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const [idle, used] = [await create(), await create()];
  vi.advanceTimersByTime(day - 1);
  await nameOfAlice(used);
  vi.advanceTimersByTime(2);
  expect(await store.open(idle)).toBeNull();
  await store.sweep();
  expect(existsSync(fileOf(idle))).toBe(false);
  expect(await nameOfAlice(used)).toBe("Alice");
});

test("what an earlier start left expires as well, and its visitor can still come back for an hour", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const [idle, used] = [await create(), await create()];
  await store.close();
  const longAgo = new Date(Date.now() - 400 * day);
  for (const token of [idle, used]) utimesSync(fileOf(token), longAgo, longAgo);
  store = folder.open();
  vi.advanceTimersByTime(hour - 1);
  expect(await nameOfAlice(used)).toBe("Alice");
  vi.advanceTimersByTime(1);
  await store.sweep();
  expect(existsSync(fileOf(idle))).toBe(false);
  expect(await nameOfAlice(used)).toBe("Alice");
});

test("a clock that was set back ends nothing, and keeps nothing for longer", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const token = await create();
  await store.close();
  const future = new Date(Date.now() + 400 * day);
  utimesSync(fileOf(token), future, future);
  store = folder.open();
  vi.advanceTimersByTime(day - 1);
  expect(existsSync(fileOf(token))).toBe(true);
  vi.advanceTimersByTime(1);
  await store.sweep();
  expect(existsSync(fileOf(token))).toBe(false);
});

test("the machine's clock may jump while the store runs", async () => {
  const token = await create();
  vi.setSystemTime(Date.now() + 400 * day);
  await store.sweep();
  expect(await nameOfAlice(token)).toBe("Alice");
  vi.setSystemTime(0);
  expect(await nameOfAlice(token)).toBe("Alice");
});

test("a start clears away what a killed process left half-made or half-deleted", async () => {
  const token = await create();
  await rename(token, "Eve");
  const other = "0".repeat(64);
  for (const suffix of [".db-wal", ".db-shm", ".db.new"])
    writeFileSync(join(folder.path, other + suffix), "");
  writeFileSync(join(folder.path, "README"), "Not the store's.");
  const killed = store;
  store = folder.open();
  expect(readdirSync(folder.path).filter((file) => !file.startsWith(nameOf(token)))).toEqual(["README"]);
  expect(await nameOfAlice(token)).toBe("Eve");
  await killed.close();
});

test("a database does not grow beyond its quota, and keeps what it had", async () => {
  store = folder.open({ maxBytes: 512 * 1024 });
  const token = await create();
  await rename(token, "Eve");
  await expect(rename(token, "x".repeat(600 * 1024))).rejects.toMatchObject({ code: "SQLITE_FULL" });
  expect(await nameOfAlice(token)).toBe("Eve");
  expect(await use(token, (sandbox) => sandbox.freeBytes())).toBeGreaterThan(400 * 1024);
  expect(await use(token, (sandbox) => sandbox.freeBytes())).toBeLessThan(512 * 1024);
  await store.close();
  expect(statSync(fileOf(token)).size).toBeLessThanOrEqual(512 * 1024);
});

test.each([
  ["is no database", (file: string) => writeFileSync(file, "This is no database. ".repeat(100))],
  ["is empty", (file: string) => writeFileSync(file, "")],
  [
    "is cut short",
    (file: string) => writeFileSync(file, folder.template.subarray(0, folder.template.length / 2)),
  ],
  ["has a hole", (file: string) => writeFileSync(file, Buffer.from(folder.template).fill(0, 2048, 16_384))],
  ["is gone", (file: string) => rmSync(file)],
])("a file that %s gives its visitor a fresh sandbox, and a line in the log", async (_, harm) => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const [token, other] = [await create(), await create()];
  await rename(token, "Eve");
  await rename(other, "Mallory");
  await store.close();
  harm(fileOf(token));

  expect(await nameOfAlice(token)).toBe("Alice");
  expect(warn).toHaveBeenCalledOnce();
  expect(await nameOfAlice(other)).toBe("Mallory");
});

test("a damaged database can be replaced under those who use it", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const token = await create();
  const [one, two] = [await mustOpen(token), await mustOpen(token)];
  one.replace();
  expect(two.db.select().from(user).all()).toHaveLength(2);
  one.release();
  two.release();
  expect(await nameOfAlice(token)).toBe("Alice");
});
