import { expect, test } from "vitest";
import { fileUrl, rawUrl } from "./file-url";

const file = "examples/nextjs/app/api/threads/[id]/route.ts";

test("a file's address is its path in the repository, encoded, and its region", () => {
  expect(fileUrl(file)).toBe("/examples/nextjs/app/api/threads/%5Bid%5D/route.ts");
  expect(fileUrl(file, "patch")).toBe("/examples/nextjs/app/api/threads/%5Bid%5D/route.ts#patch");
  expect(rawUrl(file)).toBe("/raw/examples/nextjs/app/api/threads/%5Bid%5D/route.ts");
});
