import { expect, test } from "vitest";
import { importsIn, resolveImport } from "./imports";

test("every form of an import is found, and each name once", () => {
  const code = `import "server-only";
import { a } from "./a";
import type { B } from "@/b";
export { c } from "../c";
const d = await import("d");
const again = await import("d");
// from the server
const text = "from nowhere";`;

  expect(importsIn(code)).toEqual(["server-only", "./a", "@/b", "../c", "d"]);
  expect(importsIn('@import "tailwindcss" source(none);\n@import "./theme.css";')).toEqual([
    "tailwindcss",
    "./theme.css",
  ]);
});

test("an import of a file leads to that file, and one of a package to none", () => {
  const route = "examples/nextjs/app/api/chat/route.ts";
  expect(resolveImport(route, "@/auth")).toBe("examples/nextjs/auth.ts");
  expect(resolveImport(route, "@/db")).toBe("examples/nextjs/db/index.ts");
  expect(resolveImport("examples/nextjs/app/page.tsx", "./components/Workspace")).toBe(
    "examples/nextjs/app/components/Workspace.tsx",
  );
  expect(resolveImport(route, "next/headers")).toBeUndefined();
});

test("a file that is made to stand in the app finds what it brings, and the app's files", () => {
  const own = "examples/your-app/";
  expect(resolveImport(`${own}app/assistant.tsx`, "@/components/assistant-ui/thread")).toBe(
    `${own}components/assistant-ui/thread.tsx`,
  );
  expect(resolveImport(`${own}app/assistant.tsx`, "@/app/components/MyProvider")).toBe(
    "examples/nextjs/app/components/MyProvider.tsx",
  );
  expect(resolveImport(`${own}app/globals.css`, "./theme.css")).toBe("examples/nextjs/app/theme.css");
});

test("an import that leads nowhere is an error", () => {
  expect(() => resolveImport("examples/nextjs/auth.ts", "@/gone")).toThrow(
    "examples/nextjs/auth.ts imports @/gone, and there is no such file.",
  );
});
