import fc from "fast-check";
import { expect, test } from "vitest";
import { type DiffLine, lineDiff } from "./diff";
import { blocks, diffHtml } from "./diff-html";
import { findMistake, mistakes } from "./mistakes";

const text = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 30 });
const texts = (lines: DiffLine[]) => lines.map((line) => line.text);

test("each side holds its own file in order, and blocks of the same lines take turns with changes", () => {
  fc.assert(
    fc.property(text, text, (wrong, right) => {
      const found = blocks(lineDiff(wrong.join("\n"), right.join("\n")));
      expect(texts(found.flatMap((block) => block.wrong))).toEqual(wrong);
      expect(texts(found.flatMap((block) => block.right))).toEqual(right);
      for (const [index, { isSame, ...block }] of found.entries()) {
        expect(isSame).not.toBe(found[index + 1]?.isSame);
        if (isSame) expect(block.wrong).toEqual(block.right);
      }
    }),
  );
});

test("what is wrong stands beside what is right instead", () => {
  const found = blocks(lineDiff("a\nwrong\nb", "a\nright\nmore\nb"));
  expect(found.map(({ wrong, right }) => [texts(wrong), texts(right)])).toEqual([
    [["a"], ["a"]],
    [["wrong"], ["right", "more"]],
    [["b"], ["b"]],
  ]);
});

test("a blank line between two changes is a part of both", () => {
  const found = blocks(lineDiff("1\n\n2\nb", "one\n\ntwo\nb"));
  expect(found.map(({ wrong, right }) => [texts(wrong), texts(right)])).toEqual([
    [
      ["1", "", "2"],
      ["one", "", "two"],
    ],
    [["b"], ["b"]],
  ]);
});

test.each(mistakes.map(({ name }) => name))("%s is shown with a change in every hunk", async (name) => {
  const found = await diffHtml(findMistake(name));
  expect(found.length).toBeGreaterThan(0);
  for (const hunk of found) expect(hunk.some(({ isSame }) => !isSame)).toBe(true);
});

test("code is highlighted, the user's id is marked, and a line knows its indent", async () => {
  const [hunk = []] = await diffHtml(findMistake("list-without-where"));
  const change = hunk.find(({ isSame }) => !isSame);
  expect(change?.right).toContain('class="user-id"');
  expect(change?.wrong).not.toContain('class="user-id"');
  expect(change?.right).toMatch(/^<span class="line" style="--indent:4">/);
});

test("a mistake that is none stops the build", () => {
  expect(() => findMistake("no-such-mistake")).toThrow("There is no mistake");
});
