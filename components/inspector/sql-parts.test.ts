import { expect, test } from "vitest";
import { sqlParts } from "./sql-parts";

const ids = new Set(["u1"]);
const parts = (text: string, params: (string | number | null)[]) =>
  sqlParts({ text, params, ms: 0, rows: 0 }, ids);

test("the user's id is marked as a column and as a value, and nothing else is", () => {
  expect(parts('select * from "threads" where "user_id" = ? and "id" = ?', ["u1", "t1"])).toEqual([
    { text: 'select * from "threads" where ', kind: "text" },
    { text: '"user_id"', kind: "user-id" },
    { text: " = ", kind: "text" },
    { text: "'u1'", kind: "user-id" },
    { text: ' and "id" = ', kind: "text" },
    { text: "'t1'", kind: "value" },
  ]);
});

test("numbers and null stand as they are", () => {
  expect(parts("limit ? offset ?", [51, null]).map(({ text }) => text)).toEqual([
    "limit ",
    "51",
    " offset ",
    "null",
  ]);
});

test("a place without a value stays a question mark", () => {
  expect(parts("a = ?", [])).toEqual([
    { text: "a = ", kind: "text" },
    { text: "?", kind: "text" },
  ]);
});
