import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { user } from "@/db/auth-schema";
import * as stores from "../testing/store-folder";
import type { FileStore } from "./file-store";

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

const folder = new stores.StoreFolder();
const { create, use } = stores;

const grow = (store: FileStore, token: string, bytes: number) =>
  use(store, token, ({ db }) => {
    db.update(user)
      .set({ image: "x".repeat(bytes) })
      .where(eq(user.email, "alice@example.com"))
      .run();
  });

const freeBytes = (store: FileStore, token: string) => use(store, token, (sandbox) => sandbox.freeBytes());

test("a disk with too little left takes no other sandbox, says so of those that there are, and takes one when there is room", async () => {
  const full = folder.open({ minFreeBytes: Number.MAX_SAFE_INTEGER });
  expect(await full.create(stores.network("192.0.2.1"))).toBe("disk is full");
  expect(readdirSync(folder.path)).toEqual([]);

  const token = await create(folder.open());
  const later = folder.open({ minFreeBytes: Number.MAX_SAFE_INTEGER });
  expect(await use(later, token, (sandbox) => sandbox.isDiskFull())).toBe(true);
  const roomy = folder.open();
  expect(await use(roomy, token, (sandbox) => sandbox.isDiskFull())).toBe(false);
});

test("a sandbox that cannot be written leaves nothing behind, and does not count", async () => {
  const store = folder.open({ maxPerNetwork: 1 });
  rmSync(folder.path, { recursive: true });
  // Where the folder was, nobody can write now, not even root.
  writeFileSync(folder.path, "");
  await expect(create(store)).rejects.toMatchObject({ code: "ENOTDIR" });
  rmSync(folder.path);
  folder.open();
  await create(store);
  expect(readdirSync(folder.path)).toHaveLength(1);
});

test("when half of what all may take is taken by large ones, each has its share, and large ones grow no more", async () => {
  const maxTotalBytes = 2 * mebibyte;
  // A share is 128 KiB.
  const store = folder.open({ maxCount: 8, maxTotalBytes, maxBytes: mebibyte });
  const [large, other, small] = [await create(store), await create(store), await create(store)];
  await grow(store, large, 900 * kibibyte);
  expect(await freeBytes(store, other)).toBeGreaterThan(900 * kibibyte);
  await grow(store, other, 400 * kibibyte);

  expect(await freeBytes(store, large)).toBeLessThan(0);
  expect(await freeBytes(store, other)).toBeLessThan(0);
  expect(await freeBytes(store, small)).toBeGreaterThan(64 * kibibyte);
  expect(await freeBytes(store, await create(store))).toBeGreaterThan(64 * kibibyte);

  await store.remove(large);
  expect(await freeBytes(store, small)).toBeGreaterThan(900 * kibibyte);
});

test("a sandbox that is removed while a request uses it counts no more, whatever that request still writes", async () => {
  const store = folder.open({ maxCount: 8, maxTotalBytes: 2 * mebibyte, maxBytes: 2 * mebibyte });
  const [large, small] = [await create(store), await create(store)];
  const sandbox = await stores.open(store, large);
  await store.remove(large);
  sandbox.db
    .update(user)
    .set({ image: "x".repeat(1500 * kibibyte) })
    .where(eq(user.name, "Alice"))
    .run();
  sandbox.release();
  expect(await freeBytes(store, small)).toBeGreaterThan(1900 * kibibyte);
});

test("a restart counts what is on the disk", async () => {
  const options = { maxCount: 8, maxTotalBytes: 2 * mebibyte, maxBytes: 2 * mebibyte };
  let store = folder.open(options);
  const [large, small] = [await create(store), await create(store)];
  await grow(store, large, 1500 * kibibyte);
  await store.close();
  expect(statSync(folder.fileOf(large)).size).toBeGreaterThan(1500 * kibibyte);
  store = folder.open(options);
  expect(await freeBytes(store, small)).toBeLessThan(128 * kibibyte);
});
