import { and, desc, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { session, user } from "@/db/auth-schema";
import { threads } from "@/db/schema";
import { comesAfter } from "@/server/thread-cursor";
import { parameterColumns } from "./parameter-columns";

const sessions = () => new QueryBuilder().select().from(session);
const columns = (text: string) =>
  parameterColumns(text).map((column) => column && `${column.table}.${column.column}`);

test.each([
  [sessions().where(eq(session.token, "t")).limit(1), ["session.token", undefined]],
  [
    new QueryBuilder()
      .select()
      .from(session)
      .innerJoin(user, and(eq(user.id, session.userId), eq(user.email, "e")))
      .where(
        and(inArray(session.token, ["s", "t"]), or(gt(session.expiresAt, new Date()), lt(user.id, "i"))),
      ),
    ["user.email", "session.token", "session.token", "session.expires_at", "user.id"],
  ],
  [
    new QueryBuilder()
      .select({ id: threads.id })
      .from(threads)
      .where(and(eq(threads.userId, "u"), comesAfter({ updatedAt: new Date(), id: "t" })))
      .orderBy(desc(threads.id)),
    ["threads.user_id", "threads.updated_at", "threads.id"],
  ],
  [sessions().where(sql`lower(${user.email}) = ${"e"}`), ["user.email"]],
])("finds the column that a value is compared with, in drizzle's own SQL", (query, expected) => {
  expect(columns(query.toSQL().sql)).toEqual(expected);
});

test.each([
  [
    'insert into "messages" ("thread_id", "id", "sequence", "format") values (?, ?, (select coalesce(max("messages"."sequence"), 0) from "messages" where "messages"."thread_id" = ?) + 1, ?), (?, null, ?, ?) on conflict ("thread_id", "id") do update set "content" = ?, "format" = excluded."format" returning "id"',
    [
      "messages.thread_id",
      "messages.id",
      "messages.thread_id",
      "messages.format",
      "messages.thread_id",
      "messages.sequence",
      "messages.format",
      "messages.content",
    ],
  ],
  [
    'update "account" set "password" = ?, "scope" = ? where "account"."id" = ?',
    ["account.password", "account.scope", "account.id"],
  ],
  ['delete from "session" where "session"."token" = ?', ["session.token"]],
])("finds the column that a value is written to", (text, expected) => {
  expect(columns(text)).toEqual(expected);
});

test.each([
  'select * from "user" where "user"."name" = ? || ?',
  'select * from "user" where "user"."name" = ("user"."email" || ?)',
  'select * from "user" where ? = "user"."name"',
  'select * from "user" where "user"."name" between ? and ?',
  'select * from "user" where "name" = ?',
  "select * from user where name = ?",
  'insert into "user" ("name") select ?',
  'insert into "user" ("name") values (lower(?))',
  `select * from "user" where 'the "user"."name" =' || ?`,
  'select ?, "user"."name" from "user"',
  'select * from "user" where "user"."name" = "user"."email" limit ?',
])("claims to know nothing of the last value in %s", (text) => {
  expect(columns(text).at(-1)).toBeUndefined();
});
