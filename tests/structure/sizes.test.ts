import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { isTest, sourceFiles } from "../support/source-files";

const files = sourceFiles("{app,components,examples,lib,scripts,server,tests}/**/*.{ts,tsx,mjs,css}");

test("no folder holds more than 20 source files", () => {
  // The folders of app/ are the site's addresses.
  const counted = files.filter((file) => !isTest(file) && !file.startsWith("app/"));
  const folders = Object.entries(Object.groupBy(counted, (file) => dirname(file)));
  expect(folders.flatMap(([folder, held]) => ((held?.length ?? 0) > 20 ? [folder] : []))).toEqual([]);
});

test("no file is longer than 250 lines", () => {
  // What a reader downloads is one file on purpose.
  const counted = files.filter((file) => file !== "examples/verify/verify.mjs");
  const lines = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n").length;
  expect(counted.filter((file) => lines(file) > 250)).toEqual([]);
});
