import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { user } from "@/db/auth-schema";
import type { Network } from "../http/addresses";
import * as stores from "../testing/store-folder";
import type { FileStore } from "./file-store";

const minute = 60_000;
const hour = 60 * minute;

const folder = new stores.StoreFolder();
let store: FileStore;

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

const { network } = stores;
const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);

/** A sandbox that is made now, from a network of its own unless one is named. */
let networks = 0;
const create = (from = network(`198.51.100.${networks++}`)) => stores.create(store, from);

const read = (token: string) => stores.use(store, token, ({ db }) => db.select().from(user).all());

const write = (token: string) =>
  stores.use(store, token, ({ db }) =>
    db.update(user).set({ name: "Eve" }).where(eq(user.email, "alice@example.com")).run(),
  );

async function written(from?: Network) {
  const token = await create(from);
  await write(token);
  return token;
}

async function isThere(token: string) {
  const sandbox = await store.open(token);
  sandbox?.release();
  return sandbox !== null;
}

/** Which of these are there. It comes last in a test, because looking counts as a use. */
const survivors = async (tokens: Record<string, string>) => {
  const found: string[] = [];
  for (const [name, token] of Object.entries(tokens)) if (await isThere(token)) found.push(name);
  return found;
};

describe("a store that is full", () => {
  beforeEach(() => {
    store = folder.open({ maxCount: 3 });
  });

  test("gives up first what nobody wrote to, then what was used longest ago", async () => {
    const tokens = { old: await written(), unwritten: await create(), other: await create() };
    pass(2 * hour);
    await read(tokens.other);
    pass(5 * minute);
    const first = await create();
    expect(await survivors({ ...tokens, first })).toEqual(["old", "other", "first"]);
  });

  test("gives up of written ones that of the largest network, and there the least recently used", async () => {
    const large = ["2001:db8:1:0::/56", "2001:db8:1:100::/56"].map((line) =>
      network(line, "2001:db8:1::/48"),
    );
    const tokens = { single: await written(), one: await written(large[0]), two: await written(large[1]) };
    pass(hour);
    const newcomer = await create();
    expect(await survivors({ ...tokens, newcomer })).toEqual(["single", "two", "newcomer"]);
  });

  test("refuses the newcomer when all were used within the hour, or have just been made", async () => {
    const tokens = { one: await written(), two: await written(), unwritten: await create() };
    pass(5 * minute - 1);
    expect(await store.create(network("203.0.113.1"))).toBe("site is full");
    pass(1);
    const newcomer = await create();
    pass(hour - 5 * minute - 1);
    await read(newcomer);
    expect(await store.create(network("203.0.113.2"))).toBe("site is full");
    expect(await survivors({ ...tokens, newcomer })).toEqual(["one", "two", "newcomer"]);
  });

  test("never gives up what a request is using", async () => {
    const used = await create();
    const sandbox = await stores.open(store, used);
    await create();
    await create();
    pass(hour);
    for (let count = 0; count < 2; count++) await create();
    expect(await store.create(network("203.0.113.1"))).toBe("site is full");
    sandbox.release();
  });

  test("knows after a restart who wrote, even when the process was killed", async () => {
    const tokens = { written: await written(), unwritten: await create(), killed: "" };
    await read(tokens.unwritten);
    await store.close();
    store = folder.open({ maxCount: 3 });
    tokens.killed = await written();
    // Not closed.
    store = folder.open({ maxCount: 3 });
    pass(hour - 1);
    await create();
    expect(await survivors(tokens)).toEqual(["written", "killed"]);
  });
});

describe("a network that has its share", () => {
  const line = network("2001:db8:1:0::/56", "2001:db8:1::/48");

  test("gives up its own, and nobody else's", async () => {
    store = folder.open({ maxPerNetwork: 2 });
    const tokens = { other: await create(), one: await create(line), two: await create(line) };
    pass(5 * minute);
    const three = await create(line);
    expect(await survivors({ ...tokens, three })).toEqual(["other", "two", "three"]);
  });

  test("is refused another while it uses all of them, and others are not", async () => {
    store = folder.open({ maxPerNetwork: 2 });
    const tokens = [await written(line), await written(line)];
    pass(hour - 1);
    expect(await store.create(line)).toBe("network is full");
    expect(await isThere(await create())).toBe(true);
    pass(1);
    await create(line);
    expect(await isThere(tokens[0] ?? "")).toBe(false);
  });

  test("is also counted with its neighbours, which together have four times as much", async () => {
    store = folder.open({ maxPerNetwork: 2 });
    const lines = [0, 1, 2, 3, 4].map((part) => network(`2001:db8:1:${part}00::/56`, line.wide));
    for (const one of lines.slice(0, 4)) for (let count = 0; count < 2; count++) await create(one);
    expect(await store.create(lines[4] ?? line)).toBe("network is full");
    expect(await isThere(await create())).toBe(true);
  });

  test("has it after a restart as well, though no address is on the disk", async () => {
    store = folder.open({ maxPerNetwork: 2 });
    for (let count = 0; count < 2; count++) await create(line);
    await store.close();
    store = folder.open({ maxPerNetwork: 2 });
    expect(await store.create(line)).toBe("network is full");
  });
});
