import { expect, test } from "vitest";
import { databaseErrorOf } from "./database-error";

const sqlite = (code: string) => Object.assign(new Error("database error"), { code });

test.each([
  ["SQLITE_FULL", "full"],
  ["SQLITE_CORRUPT", "broken"],
  ["SQLITE_CORRUPT_VTAB", "broken"],
  ["SQLITE_NOTADB", "broken"],
  ["SQLITE_CANTOPEN", "unwritable"],
  ["SQLITE_READONLY", "unwritable"],
  ["SQLITE_READONLY_DBMOVED", "broken"],
  ["SQLITE_IOERR_SHMSIZE", "unwritable"],
  ["SQLITE_IOERR_READ", undefined],
  ["ENOSPC", "unwritable"],
  ["EROFS", "unwritable"],
  ["EMFILE", undefined],
  ["SQLITE_CONSTRAINT_UNIQUE", undefined],
])("%s means %s", (code, fault) => {
  expect(databaseErrorOf(sqlite(code))).toBe(fault);
  expect(databaseErrorOf(new Error("Query failed", { cause: sqlite(code) }))).toBe(fault);
});

test("another error is not the database's", () => {
  expect(databaseErrorOf(new TypeError("x is undefined"))).toBeUndefined();
  expect(databaseErrorOf("SQLITE_FULL")).toBeUndefined();
});
