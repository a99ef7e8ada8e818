import { expect, test } from "vitest";
import { readRegions, withoutMarkers } from "./regions";

test("markers go, and each region knows its lines in what remains", () => {
  const text = ["import x", "// #region gate", "a()", "b()", "// #endregion gate", "c()", ""].join("\n");

  expect(readRegions(text)).toEqual({
    code: "import x\na()\nb()\nc()",
    regions: [{ name: "gate", start: 1, end: 3 }],
  });
});

test("regions may stand in one another", () => {
  const text = [
    "// #region outer",
    "a",
    "// #region inner",
    "b",
    "// #endregion inner",
    "// #endregion outer",
  ];

  expect(readRegions(text.join("\n")).regions).toEqual([
    { name: "inner", start: 1, end: 2 },
    { name: "outer", start: 0, end: 2 },
  ]);
});

test.each(["-- #region x", "# #region x", "<!-- #region x -->", "/* #region x */", "    // #region x"])(
  "%s is a marker",
  (marker) => {
    const end = marker.replace("#region", "#endregion");
    expect(readRegions(`${marker}\na\n${end}`)).toEqual({
      code: "a",
      regions: [{ name: "x", start: 0, end: 1 }],
    });
  },
);

test("a region that is never closed is a mistake", () => {
  expect(() => readRegions("// #region gate\na()")).toThrow("#region gate is never closed");
});

test("a file without its markers ends as it ends, and one that has none is what it is", () => {
  expect(withoutMarkers("// #region a\nb\n// #endregion a\nc\n")).toBe("b\nc\n");
  expect(withoutMarkers("a\nb\n")).toBe("a\nb\n");
  expect(withoutMarkers("a\nb")).toBe("a\nb");
});
