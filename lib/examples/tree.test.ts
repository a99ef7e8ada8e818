import { expect, test } from "vitest";
import { fileTree, isFolder, type TreeNode } from "./tree";

/** The tree as lines, indented. */
const drawn = (nodes: TreeNode[], depth = 0): string[] =>
  nodes.flatMap((node) => [
    `${"  ".repeat(depth)}${node.name}`,
    ...(isFolder(node) ? drawn(node.children, depth + 1) : []),
  ]);

test("folders come first, then files, each by name", () => {
  const files = ["app/b.ts", "app/lib/x.ts", "app/a.ts", "app/db/y.ts", "app/.env.example"];

  expect(drawn(fileTree(files, "app"))).toEqual([
    "db",
    "  y.ts",
    "lib",
    "  x.ts",
    ".env.example",
    "a.ts",
    "b.ts",
  ]);
});

test("a folder that holds one folder and nothing else shares its line", () => {
  const files = ["app/api/auth/[...all]/route.ts", "app/api/chat/route.ts"];

  expect(drawn(fileTree(files, "app"))).toEqual([
    "api",
    "  auth/[...all]",
    "    route.ts",
    "  chat",
    "    route.ts",
  ]);
});

test("paths stay whole, and other folders stay out", () => {
  const [folder] = fileTree(["app/lib/x.ts", "apples/lib/z.ts"], "app");

  expect(folder).toEqual({
    name: "lib",
    path: "app/lib",
    children: [{ name: "x.ts", path: "app/lib/x.ts" }],
  });
});
