import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { exampleFiles, examples, readExampleFile } from "./files";

test("what is shown is what git tracks, without lock files", () => {
  const folders = examples.map(({ folder }) => folder);
  const tracked = execFileSync("git", ["ls-files", "-z", ...folders], { encoding: "utf8" })
    .split("\0")
    .filter((file) => file && !file.endsWith("/package-lock.json"));

  expect(exampleFiles().toSorted()).toEqual(tracked.toSorted());
});

test.each([
  "examples/nextjs/.env",
  "examples/nextjs/.env.local",
  "examples/nextjs/app.db",
  "examples/nextjs/package-lock.json",
  "examples/nextjs/node_modules/next/package.json",
  "examples/nextjs/../../package.json",
  "package.json",
])("%s is not shown", (path) => {
  expect(readExampleFile(path)).toBeUndefined();
});

test("a file knows its example, its path there, its language and its text", () => {
  expect(readExampleFile("examples/nextjs/auth.ts")).toMatchObject({
    example: { folder: "examples/nextjs" },
    path: "auth.ts",
    language: "typescript",
    text: expect.stringContaining("betterAuth("),
  });
});
