import { expect, test } from "vitest";
import { mistakes } from "~/lib/mistakes/mistakes";
import { writtenPages } from "../support/guide";

const page = writtenPages.find(({ slug }) => slug === "mistakes")?.text ?? "";

test("the page has every mistake once, below its own title", () => {
  const shown = Array.from(
    page.matchAll(/^### ([^\n]*)\n(?:(?!^#)[\s\S])*?^<Mistake name="([^"]*)" \/>$/gm),
    ([, title, name]) => [name, title],
  );
  expect(shown.toSorted()).toEqual(mistakes.map(({ name, title }) => [name, title]).toSorted());
});

test("each has steps to try it", () => {
  const sections = page.split(/^###? /m).filter((section) => section.includes("<Mistake "));
  expect(sections).toHaveLength(mistakes.length);
  for (const section of sections) expect(section).toMatch(/^1\. [^\n]*\n2\. /m);
});
