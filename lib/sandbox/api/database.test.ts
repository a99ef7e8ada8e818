import { getTableColumns, getTableName } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as authSchema from "@/db/auth-schema";
import * as schema from "@/db/schema";
import { GET } from "~/app/demo/database/route";
import { seedUsers } from "../protocol/seed-users";
import { type DatabasePage, viewedTables } from "../protocol/table-page";
import { masked } from "../protocol/trace";
import { Visitor } from "../testing/visitor";

await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({ REQUESTS_PER_MINUTE: "80" });
});
const [alice] = seedUsers;
let visitor: Visitor;
beforeEach(async () => {
  visitor = new Visitor();
  await visitor.start();
});

const ask = (query: string) =>
  GET(
    new Request(`http://localhost:3000/demo/database?${query}`, {
      headers: { cookie: `sandbox=${visitor.token}` },
    }),
  );

async function look(table: string, page = 1): Promise<DatabasePage> {
  const response = await ask(`table=${table}&page=${page}`);
  expect(response.status).toBe(200);
  return response.json();
}

const { modelUses, ...named } = { ...authSchema, ...schema };
const tables = { ...named, model_uses: modelUses };

/** The columns that say whose a row is. */
const ownerColumns = {
  user: [],
  session: ["user_id"],
  account: ["user_id"],
  threads: ["user_id"],
  messages: [],
  model_uses: ["user_id"],
};

test("the tables have the names that they have in the database", () => {
  expect(viewedTables.map((name) => getTableName(tables[name]))).toEqual(viewedTables);
});

test.each(viewedTables)(
  "%s: the columns that the schema has, and whose row it is leads to the user",
  async (name) => {
    await visitor.signIn("a", alice.email);
    const { columns, rows, total } = await look(name);
    const names = columns.map(({ name }) => name);
    expect(names).toEqual(Object.values(getTableColumns(tables[name])).map(({ name }) => name));
    // Nobody has asked the model yet.
    expect(total > 0).toBe(name !== "model_uses");
    expect(rows.map(({ values }) => Object.keys(values))).toEqual(Array(total).fill(names));
    const owners = columns.filter(({ references }) => references?.table === "user");
    expect(owners.map(({ name }) => name)).toEqual(ownerColumns[name]);
    expect(owners.map(({ references }) => references?.column)).toEqual(owners.map(() => "id"));
  },
);

test("a message leads to its thread, and to the message that it answers", async () => {
  const { columns, rows } = await look("messages");
  const references = Object.fromEntries(columns.map(({ name, references }) => [name, references]));
  expect(references.thread_id).toEqual({ table: "threads", column: "id" });
  expect(references.parent_id).toEqual({ table: "messages", column: "id" });
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test("values are what a reader can read", async () => {
  const { columns, rows } = await look("threads");
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]));
  expect(types).toMatchObject({ title: "string", custom: "json", created_at: "date" });
  expect(rows[0]?.values).toMatchObject({ custom: null, created_at: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test("secrets are masked, and a missing one is seen to be missing", async () => {
  await visitor.signIn("a", alice.email);
  const [session, account] = [await look("session"), await look("account")];
  expect(session.rows.map(({ values }) => values.token)).toEqual([masked]);
  expect(account.rows.map(({ values }) => values.password)).toEqual([masked, masked]);
  expect(account.rows.map(({ values }) => values.access_token)).toEqual([null, null]);
  const hidden = [...session.columns, ...account.columns].filter((column) => column.masked);
  expect(hidden.map(({ name }) => name)).toEqual([
    "token",
    "access_token",
    "refresh_token",
    "id_token",
    "password",
  ]);
});

test("what was added or changed since the last look can be told, and what was not", async () => {
  await visitor.signIn("a", alice.email);
  const before = await look("threads");
  expect(await look("threads")).toEqual(before);

  await visitor.call("a", "threads", "POST", { localId: "new" });
  await visitor.call("a", "threads/thread-alice-2", "PATCH", { title: "Renamed" });
  const after = await look("threads");
  expect(after.version).not.toBe(before.version);
  expect(after.rows[0]?.values.local_id).toBe("new");
  const versions = new Map(before.rows.map(({ key, version }) => [key, version]));
  const changed = after.rows.filter(({ key, version }) => versions.has(key) && versions.get(key) !== version);
  expect(changed.map(({ values }) => values.title)).toEqual(["Renamed"]);
  expect(after.rows.filter(({ key }) => !versions.has(key))).toHaveLength(1);
});

test("a masked value that changes changes its row", async () => {
  await visitor.signIn("a", alice.email);
  const before = await look("account");
  const changed = await visitor.call("a", "auth/change-password", "POST", {
    currentPassword: "correct-horse-battery",
    newPassword: "correct-horse-battery-2",
  });
  expect(changed.status).toBe(200);
  const after = await look("account");
  expect(after.rows.map(({ values }) => values.password)).toEqual(
    before.rows.map(({ values }) => values.password),
  );
  expect(after.version).not.toBe(before.version);
});

test("a page has 50 rows, and none is on two", async () => {
  await visitor.signIn("a", alice.email);
  const first = await look("threads");
  for (let more = first.total; more < 60; more++) {
    expect((await visitor.call("a", "threads", "POST", { localId: `t${more}` })).status).toBe(201);
  }
  const pages = [await look("threads", 1), await look("threads", 2)];
  expect(pages.map(({ rows, total, pages }) => [rows.length, total, pages])).toEqual([
    [50, 60, 2],
    [10, 60, 2],
  ]);
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ key }) => key))).size).toBe(60);
});

test("a long text is cut", async () => {
  await visitor.signIn("a", alice.email);
  const content = { role: "user", parts: [{ type: "text", text: "x".repeat(60_000) }] };
  const message = { id: "long", parent_id: null, format: "ai-sdk/v6", content };
  await visitor.call("a", "threads/thread-alice-1/messages", "POST", message);
  const { rows } = await look("messages");
  expect(String(rows[0]?.values.content)).toMatch(/^\{"role":"user".{900,1000}…$/);
});

describe("refuses", () => {
  test.each([
    "table=verification",
    "table=sqlite_master",
    "table=__drizzle_migrations",
    "table=toString",
    "table=user;",
    "",
  ])("the table in %j", async (query) => {
    const response = await ask(query);
    expect(response.status).toBe(400);
    expect((await response.json()).code).toBe("NO_SUCH_TABLE");
  });

  test.each(["0", "-1", "1.5", "two", "", "2", "99999999999"])("page %j", async (page) => {
    const response = await ask(`table=user&page=${page}`);
    expect(response.status).toBe(400);
    expect((await response.json()).code).toBe("NO_SUCH_PAGE");
  });

  test("who has no sandbox", async () => {
    visitor = new Visitor();
    expect((await ask("table=user")).status).toBe(428);
  });

  test("who asks too fast, counted with the requests of the demos", async () => {
    for (let count = 0; count < 40; count++) {
      await visitor.call("a", "threads");
      await ask("table=user");
    }
    const response = await ask("table=user");
    expect(response.status).toBe(429);
    expect((await response.json()).code).toBe("TOO_MANY_REQUESTS");
  });
});
