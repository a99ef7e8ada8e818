import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { exampleFiles } from "../examples/files";
import { importsIn, resolveImport } from "../examples/imports";
import { stepFile } from "./step-file";
import { packagesOf, stepsNeeded } from "./step-needs";
import { findStep, projectFiles, steps } from "./steps";

const stepFiles = steps.flatMap(({ files }) => Object.keys(files));

test("every file of the example belongs to one step, or to the project", () => {
  const shown = exampleFiles()
    .filter((file) => file.startsWith("examples/nextjs/"))
    .map((file) => file.replace("examples/nextjs/", ""));

  expect([...stepFiles, ...projectFiles].sort()).toEqual([...shown, "package-lock.json"].sort());
});

test.each(steps)("$slug is a page of the guide", ({ slug }) => {
  expect(existsSync(`content/docs/${slug}.mdx`)).toBe(true);
});

test.each(steps)("$slug imports nothing that a later step brings", (step) => {
  const before = steps.slice(0, steps.indexOf(step));
  expect(before).toEqual(expect.arrayContaining(stepsNeeded(step)));
});

test("whoever takes the messages' routes gets those of the threads, which make what they need", () => {
  const needed = stepsNeeded(findStep("persist-threads-and-messages"));
  expect(needed).toContain(findStep("scope-threads-by-user"));
});

// Next.js keeps that a style sheet was not there, and a reader's server runs while the files come.
test.each(steps)("in $slug a style sheet comes after those that it imports", ({ files }) => {
  const paths = Object.keys(files);
  for (const [at, path] of paths.entries()) {
    const { file, code } = stepFile(path);
    if (!file.endsWith(".css")) continue;
    const imported = importsIn(code).map((name) =>
      resolveImport(file, name)?.replace("examples/nextjs/", ""),
    );
    const later = paths.slice(at).filter((other) => imported.includes(other));
    expect(later, path).toEqual([]);
  }
});

test.each(steps)("$slug says what to do about files of its own only", ({ files, merge = {} }) => {
  expect(Object.keys(files)).toEqual(expect.arrayContaining(Object.keys(merge)));
});

test("a package comes with the first step that needs it, in the example's version", () => {
  expect(packagesOf(findStep("database"))).toEqual({
    dependencies: [
      expect.stringMatching(/^ai@\d/),
      expect.stringMatching(/^better-auth@\d/),
      expect.stringMatching(/^better-sqlite3@\d/),
      expect.stringMatching(/^drizzle-orm@\d/),
      expect.stringMatching(/^zod@\d/),
    ],
    devDependencies: [
      expect.stringMatching(/^@types\/better-sqlite3@\d/),
      expect.stringMatching(/^auth@\d/),
      expect.stringMatching(/^drizzle-kit@\d/),
    ],
  });
  const names = steps.flatMap((step) => Object.values(packagesOf(step)).flat());
  expect(new Set(names).size).toBe(names.length);
});

test("a step that is not there is an error", () => {
  expect(() => findStep("gone")).toThrow("There is no step gone");
});
