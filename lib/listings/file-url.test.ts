import { expect, test } from "vitest";
import { editUrl, fileUrl, listingUrl, rawUrl, sourceUrl } from "./file-url";

const file = "examples/nextjs/app/api/threads/[id]/route.ts";

test("a file's address is its path in the repository, encoded, and its region", () => {
  expect(fileUrl(file)).toBe("/examples/nextjs/app/api/threads/%5Bid%5D/route.ts");
  expect(fileUrl(file, "patch")).toBe("/examples/nextjs/app/api/threads/%5Bid%5D/route.ts#patch");
  expect(rawUrl(file)).toBe("/raw/examples/nextjs/app/api/threads/%5Bid%5D/route.ts");
  expect(listingUrl(fileUrl(file, "patch"))).toBe(
    "/listing/examples/nextjs/app/api/threads/%5Bid%5D/route.ts",
  );
});

test("a file has an address in the repository, to be seen and to be edited", () => {
  const repository = "https://git.example.com/you/guide";
  expect(sourceUrl(repository, file)).toBe(
    "https://git.example.com/you/guide/blob/main/examples/nextjs/app/api/threads/%5Bid%5D/route.ts",
  );
  expect(editUrl(repository, "content/docs/setup.mdx")).toBe(
    "https://git.example.com/you/guide/edit/main/content/docs/setup.mdx",
  );
});
