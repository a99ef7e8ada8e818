import { expect, test } from "vitest";
import { filesOfBuild } from "./build-site";

const files = filesOfBuild();

test.each([
  "app/(site)/docs/[[...slug]]/page.tsx",
  "components/docs/listing.css",
  "content/docs/index.mdx",
  "examples/nextjs/.env.example",
  "examples/nextjs/README.md",
  "package-lock.json",
])("a change of %s is built", (file) => expect(files).toContain(file));

test.each([
  "README.md",
  "docs/decisions/0001-node-comes-through-npm.md",
  "scripts/test.mjs",
  "server/build/build-site.test.ts",
  "tests/site/start.test.ts",
])("a change of %s is not", (file) => expect(files).not.toContain(file));

test("a folder is no file, and what is installed is not the project's", () => {
  expect(files).not.toContain("components");
  expect(files.filter((file) => file.includes("node_modules"))).toEqual([]);
});
