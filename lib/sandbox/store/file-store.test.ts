import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { user } from "@/db/auth-schema";
import { FileStore, nameOf } from "./file-store";
import type { SandboxHandle, SandboxStore } from "./store";
import { buildTemplate } from "./template";

const day = 24 * 3_600_000;

let template: Buffer;
let folder: string;
let store: SandboxStore;

const open = (options: Partial<ConstructorParameters<typeof FileStore>[0]> = {}) =>
  new FileStore({
    folder,
    template,
    maxBytes: 4 * 1024 * 1024,
    maxOpen: 200,
    maxCount: 5000,
    timeToLive: day,
    ...options,
  });

beforeAll(async () => {
  template = await buildTemplate();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandboxes-"));
  store = open();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await store.close();
  rmSync(folder, { recursive: true });
});

const fileOf = (token: string) => join(folder, `${nameOf(token)}.db`);

async function mustOpen(token: string): Promise<SandboxHandle> {
  const sandbox = await store.open(token);
  if (!sandbox) throw new Error("There is no such sandbox.");
  return sandbox;
}

async function use<Result>(token: string, run: (sandbox: SandboxHandle) => Result) {
  const sandbox = await mustOpen(token);
  try {
    return run(sandbox);
  } finally {
    sandbox.release();
  }
}

const rename = (token: string, name: string) =>
  use(token, ({ db }) => db.update(user).set({ name }).where(eq(user.email, "alice@example.com")).run());

const nameOfAlice = (token: string) =>
  use(token, ({ db }) => db.select().from(user).where(eq(user.email, "alice@example.com")).get()?.name);

test("each sandbox is a database of its own", async () => {
  const [one, two] = [await store.create(), await store.create()];
  await rename(one, "Eve");
  expect(await nameOfAlice(one)).toBe("Eve");
  expect(await nameOfAlice(two)).toBe("Alice");
});

test("the token is nowhere on the disk, and others on the machine cannot read the file", async () => {
  const token = await store.create();
  await rename(token, "Eve");
  for (const file of readdirSync(folder)) {
    expect(file).not.toContain(token);
    expect(readFileSync(join(folder, file), "latin1")).not.toContain(token);
  }
  expect(statSync(fileOf(token)).mode & 0o077).toBe(0);
  expect(statSync(folder).mode & 0o077).toBe(0);
});

test("a token that nobody was given opens nothing", async () => {
  expect(await store.open("made-up")).toBeNull();
  expect(await store.open("../../etc/passwd")).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test("a restart keeps everything, even when the process was killed", async () => {
  const token = await store.create();
  await rename(token, "Eve");
  // Not closed: what was committed is in the write-ahead log.
  const killed = store;
  store = open();
  expect(await nameOfAlice(token)).toBe("Eve");
  await killed.close();
});

test("closing leaves one file a sandbox", async () => {
  const token = await store.create();
  await rename(token, "Eve");
  await store.close();
  expect(readdirSync(folder)).toEqual([`${nameOf(token)}.db`]);
});

test("removing deletes the file and its logs", async () => {
  const token = await store.create();
  await rename(token, "Eve");
  await store.remove(token);
  expect(readdirSync(folder)).toEqual([]);
  expect(await store.open(token)).toBeNull();
});

test("removing lets a request that is under way finish", async () => {
  const token = await store.create();
  const sandbox = await mustOpen(token);
  await store.remove(token);
  expect(await store.open(token)).toBeNull();
  expect(sandbox.db.select().from(user).all()).toHaveLength(2);
  sandbox.release();
  sandbox.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("no more are open than allowed, but none that is in use is closed", async () => {
  store = open({ maxOpen: 2 });
  const tokens = await Promise.all(Array.from({ length: 4 }, () => store.create()));
  const sandboxes = await Promise.all(tokens.map(mustOpen));
  for (const sandbox of sandboxes) expect(sandbox.db.select().from(user).all()).toHaveLength(2);
  for (const sandbox of sandboxes) sandbox.release();

  for (const token of tokens) await rename(token, "Eve");
  expect(tokens.filter((token) => existsSync(`${fileOf(token)}-wal`))).toHaveLength(2);
  expect(await Promise.all(tokens.map(nameOfAlice))).toEqual(["Eve", "Eve", "Eve", "Eve"]);
});

test("what a request leaves behind may still write after it has ended, on a database that was closed", async () => {
  store = open({ maxOpen: 1 });
  const [one, two] = [await store.create(), await store.create()];
  const sandbox = await mustOpen(one);
  sandbox.release();
  await rename(two, "Eve");
  sandbox.db.update(user).set({ name: "Late" }).where(eq(user.email, "alice@example.com")).run();
  expect(await nameOfAlice(one)).toBe("Late");
});

test("what nobody has used for a day goes, what was used stays", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const [idle, used] = [await store.create(), await store.create()];
  vi.advanceTimersByTime(day - 1);
  await nameOfAlice(used);
  vi.advanceTimersByTime(2);
  expect(await store.open(idle)).toBeNull();
  await store.sweep();
  expect(existsSync(fileOf(idle))).toBe(false);
  expect(await nameOfAlice(used)).toBe("Alice");
});

test("a start sweeps what an earlier one left", async () => {
  const [idle, used] = [await store.create(), await store.create()];
  await store.close();
  const yesterday = new Date(Date.now() - day - 1000);
  utimesSync(fileOf(idle), yesterday, yesterday);
  store = open();
  expect(readdirSync(folder)).toEqual([`${nameOf(used)}.db`]);
});

test("the oldest unused goes when there are too many", async () => {
  store = open({ maxCount: 2 });
  const [one, two] = [await store.create(), await store.create()];
  await nameOfAlice(one);
  const three = await store.create();
  expect(await store.open(two)).toBeNull();
  expect(await nameOfAlice(one)).toBe("Alice");
  expect(await nameOfAlice(three)).toBe("Alice");
});

test("a database does not grow beyond its quota, and keeps what it had", async () => {
  store = open({ maxBytes: 512 * 1024 });
  const token = await store.create();
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
  ["is cut short", (file: string) => writeFileSync(file, template.subarray(0, template.length / 2))],
  ["has a hole", (file: string) => writeFileSync(file, Buffer.from(template).fill(0, 2048, 16_384))],
  ["is gone", (file: string) => rmSync(file)],
])("a file that %s gives its visitor a fresh sandbox, and a line in the log", async (_, harm) => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const [token, other] = [await store.create(), await store.create()];
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
  const token = await store.create();
  const [one, two] = [await mustOpen(token), await mustOpen(token)];
  one.replace();
  expect(two.db.select().from(user).all()).toHaveLength(2);
  one.release();
  two.release();
  expect(await nameOfAlice(token)).toBe("Alice");
});
