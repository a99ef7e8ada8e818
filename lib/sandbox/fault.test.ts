import { expect, test } from "vitest";
import { faultOf } from "./fault";

const sqlite = (code: string) => Object.assign(new Error("database error"), { code });

test.each([
  ["SQLITE_FULL", "full"],
  ["SQLITE_CORRUPT", "broken"],
  ["SQLITE_CORRUPT_VTAB", "broken"],
  ["SQLITE_NOTADB", "broken"],
  ["SQLITE_CANTOPEN", undefined],
  ["SQLITE_CONSTRAINT_UNIQUE", undefined],
])("%s means %s", (code, fault) => {
  expect(faultOf(sqlite(code))).toBe(fault);
  expect(faultOf(new Error("Query failed", { cause: sqlite(code) }))).toBe(fault);
});

test("another error is not the database's", () => {
  expect(faultOf(new TypeError("x is undefined"))).toBeUndefined();
  expect(faultOf("SQLITE_FULL")).toBeUndefined();
});
