import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as authSchema from "@/db/auth-schema";
import * as schema from "@/db/schema";
import { isVisible } from "./visible-columns";

const columns = Object.values({ ...authSchema, ...schema })
  .filter((table) => is(table, SQLiteTable))
  .flatMap((table) =>
    Object.values(getTableColumns(table)).map(({ name }) => ({ table: getTableName(table), column: name })),
  );

test("these columns are hidden, and one that the schema gains is until somebody decides", () => {
  const hidden = columns
    .filter((column) => !isVisible(column))
    .map(({ table, column }) => `${table}.${column}`);
  expect(hidden.sort()).toEqual([
    "account.access_token",
    "account.id_token",
    "account.password",
    "account.refresh_token",
    "session.token",
    "verification.identifier",
    "verification.value",
  ]);
  expect(isVisible({ table: "user", column: "ssn" })).toBe(false);
});

test("no hidden column has the name of a shown one, so that a name without its table gives nothing away", () => {
  const shown = new Set(columns.filter(isVisible).map(({ column }) => column));
  for (const column of columns) if (!isVisible(column)) expect(shown).not.toContain(column.column);
});
