import { expect, test } from "vitest";
import { type Breakage, readBreakages } from "~/lib/checks/breakages";
import { serverHalf } from "../support/breakages/example-files";
import { changedFiles } from "../support/breakages/variants";

const example = serverHalf();

test("each breakage can be done to the example: if not, make its patch anew", () => {
  const problems = readBreakages().flatMap((breakage) => {
    try {
      return changedFiles(breakage, example).size > 0 ? [] : [breakage.name];
    } catch (error) {
      return [String(error)];
    }
  });
  expect(problems).toEqual([]);
});

const patched = (file: string, lines: string): Breakage => ({
  name: "test",
  about: "It is for this test.",
  checks: [],
  change: { patch: `--- a/${file}\n+++ b/${file}\n@@ -1,1 +1,1 @@\n${lines}\n` },
});

test.each([
  [
    "no longer applies",
    patched("auth.ts", "-import nothing;\n+import something;"),
    "not what its patch expects",
  ],
  ["leaves all as it is", patched("auth.ts", ' import { betterAuth } from "better-auth";'), "stays as it is"],
  ["is about another file", patched("lib/request.ts", "-a\n+b"), "no file of the server half"],
])("a patch that %s is refused", (_, breakage, problem) => {
  expect(() => changedFiles(breakage, example)).toThrow(problem);
});
