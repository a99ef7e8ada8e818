import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { FileStore } from "../store/file-store";
import { sandboxes } from "../store/sandboxes";
import { buildTemplate } from "../store/template";
import { create, open } from "../testing/store-folder";
import { Visitor } from "../testing/visitor";

// The disk has less left than it must have. Of a disk that takes nothing at all SQLite says what it says of a database
// that has as many pages as it may have, so the tests let it have no more.

const folder = await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({ DISK_MIN_FREE_BYTES: String(1024 ** 5) });
});
const sandboxFolder = join(folder, "sandboxes");

let token: string;
let visitor: Visitor;

beforeAll(async () => {
  // Made while there was room.
  const before = new FileStore({
    folder: sandboxFolder,
    template: await buildTemplate(),
    key: "key",
    maxBytes: 4 * 1024 * 1024,
    maxTotalBytes: 1024 ** 4,
    minFreeBytes: 0,
    maxOpen: 1,
    idle: 300_000,
    maxCount: 1,
    maxPerNetwork: 1,
    timeToLive: 3_600_000,
  });
  token = await create(before);
  await before.close();
  visitor = new Visitor(token);
});

/** Lets the open database have no more pages than it has, or as many as it likes. */
async function setMaxPages(pages: number) {
  const sandbox = await open((await sandboxes()) as FileStore, token);
  sandbox.db.$client.pragma(`max_page_count = ${pages}`);
  sandbox.release();
}

const diskFull = { code: "DISK_FULL", message: expect.stringContaining("disk") };

test("a newcomer is told, and nothing half-made stays", async () => {
  const response = await new Visitor().start();
  expect(response.status).toBe(507);
  expect(response.headers.get("retry-after")).toBe("300");
  expect(await response.json()).toMatchObject(diskFull);
  expect(readdirSync(sandboxFolder)).toHaveLength(1);
});

test("who has a sandbox reads, signs in and deletes, and is told when a write is not taken", async () => {
  expect((await visitor.signIn("a", "alice@example.com")).status).toBe(200);
  const response = await visitor.call("a", "threads", "POST", { localId: "new" });
  expect(response.status).toBe(507);
  expect(await response.json()).toMatchObject(diskFull);
  expect((await visitor.call("a", "threads")).status).toBe(200);
  expect((await visitor.call("a", "threads/thread-alice-1", "DELETE")).status).toBe(204);
});

test("to sign in on a disk that takes nothing is answered with that, and works again when it does", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await setMaxPages(1);
  let response = await visitor.signIn("a", "alice@example.com");
  // The last page takes some more sessions.
  for (let count = 0; count < 20 && response.ok; count++) {
    response = await visitor.signIn("a", "alice@example.com");
  }
  expect(response.status).toBe(507);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await response.json()).toMatchObject(diskFull);

  await setMaxPages(4096);
  expect((await visitor.signIn("a", "alice@example.com")).status).toBe(200);
});
