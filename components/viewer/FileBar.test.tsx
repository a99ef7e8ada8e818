import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FileBar } from "./FileBar";

const file = "examples/nextjs/app/api/threads/[id]/route.ts";
const bar = (repository?: string) => renderToStaticMarkup(<FileBar {...{ file, lines: 3, repository }} />);

test("a file leads to its source in the repository", () => {
  const source = "https://git.example.com/guide/blob/main/examples/nextjs/app/api/threads/%5Bid%5D/route.ts";
  expect(bar("https://git.example.com/guide")).toContain(`<a href="${source}">Source</a>`);
});

test("where no repository is known, nothing says that there is a source", () => {
  expect(bar()).not.toContain("Source");
  expect(bar()).toContain(">Raw</a>");
});
