import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { beforeAll, expect, test, vi } from "vitest";
import { withinNext } from "~/lib/sandbox/testing/next-request";

const db = vi.hoisted(() => ({ current: undefined as unknown }));

vi.mock("@/db", () => ({
  get db() {
    return db.current;
  },
}));

const origin = "http://localhost:3000";
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

let client: InstanceType<typeof Database>;
let upload: typeof import("../../examples/attachments/upload-route").POST;
let read: typeof import("../../examples/attachments/file-route").GET;
let alice: string;
let bob: string;

beforeAll(async () => {
  client = new Database(":memory:");
  const database = drizzle(client);
  migrate(database, { migrationsFolder: "examples/nextjs/drizzle" });
  client.exec(
    "create table files (id text primary key, user_id text not null references user (id), type text not null, size integer not null, data blob not null)",
  );
  db.current = database;
  ({ POST: upload } = await import("../../examples/attachments/upload-route"));
  ({ GET: read } = await import("../../examples/attachments/file-route"));

  const { auth } = await import("@/auth");
  const signUp = async (name: string) => {
    const body = { name, email: `${name}@example.com`, password: "a-long-enough-password" };
    const { headers } = await auth.api.signUpEmail({ body, returnHeaders: true });
    return headers.getSetCookie()[0]?.split(";")[0] ?? "";
  };
  [alice, bob] = [await signUp("alice"), await signUp("bob")];
});

function send(cookie: string, body: BodyInit, headers: Record<string, string> = {}) {
  const init = { method: "POST", body, headers: { cookie, origin, ...headers } };
  return withinNext(new Request(`${origin}/api/files`, init), upload);
}

function get(cookie: string, id: string) {
  const request = new Request(`${origin}/api/files/${id}`, { headers: { cookie } });
  return withinNext(request, () => read(request, { params: Promise.resolve({ id }) }));
}

const stored = () => client.prepare("select count(*) from files").pluck().get();

test("a file is its owner's, and for anybody else as if it were not there", async () => {
  const sent = await send(alice, png, { "content-type": "text/html" });
  expect(sent.status).toBe(201);
  const { id } = await sent.json();

  const own = await get(alice, id);
  expect(Buffer.from(await own.arrayBuffer())).toEqual(png);
  expect(Object.fromEntries(own.headers)).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });

  const [foreign, missing] = [await get(bob, id), await get(bob, crypto.randomUUID())];
  expect(foreign.status).toBe(404);
  expect(await foreign.text()).toBe(await missing.text());
  expect((await get("", id)).status).toBe(401);
});

test.each([
  ["without a session", () => send("", png), 401],
  ["from another site", () => send(alice, png, { origin: "https://evil.example" }), 403],
  ["what is no image, whatever it says", () => send(alice, "<svg/>", { "content-type": "image/png" }), 415],
  ["what is too large", () => send(alice, Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)])), 413],
])("an upload is refused %s, and nothing is stored", async (_, attempt, status) => {
  const before = stored();
  expect((await attempt()).status).toBe(status);
  expect(stored()).toBe(before);
});

test("a user has so much room, and another one theirs", async () => {
  client
    .prepare("insert into files select 'large', user_id, type, ?, data from files limit 1")
    .run(50 * 1024 * 1024 - png.length);
  const full = await send(alice, png);
  expect(full.status).toBe(413);
  expect(await full.json()).toMatchObject({ code: "NO_ROOM" });
  expect((await send(bob, png)).status).toBe(201);
});
