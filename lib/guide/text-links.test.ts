import { expect, test } from "vitest";
import { linkToTexts } from "./text-links";

test.each([
  ["a page", "[a](/docs/setup)", "[a](https://SITE/docs/setup.md)"],
  ["a section", "[a](/docs/setup#settings)", "[a](https://SITE/docs/setup.md#settings)"],
  ["the first page", "[a](/docs)", "[a](https://SITE/docs.md)"],
  ["a page's Markdown", "[a](/docs/setup.md)", "[a](https://SITE/docs/setup.md)"],
  ["a file", "[a](/examples/nextjs/auth.ts)", "[a](https://SITE/raw/examples/nextjs/auth.ts)"],
  [
    "a part of a file whose name is encoded",
    "[a](/examples/nextjs/app/api/threads/%5Bid%5D/route.ts#read)",
    "[a](https://SITE/raw/examples/nextjs/app/api/threads/%5Bid%5D/route.ts)",
  ],
  ["a folder", "[a](/examples/nextjs)", "[a](https://SITE/examples/nextjs)"],
  ["a download", "[a](/starter.zip)", "[a](https://SITE/starter.zip)"],
  ["another site", "[a](https://nextjs.org/docs)", "[a](https://nextjs.org/docs)"],
  ["a heading of the same page", "[a](#settings)", "[a](#settings)"],
])("a link to %s leads a program on", (_, link, expected) => {
  expect(linkToTexts(`See ${link}.`)).toBe(`See ${expected}.`);
});

test("code that looks like a link stays as it is", () => {
  const code = "`[a](/docs)`\n\n```md\n[a](/docs)\n```\n";
  expect(linkToTexts(code)).toBe(code);
});
