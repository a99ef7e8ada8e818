import { dirname, join } from "node:path/posix";
import { exampleFiles } from "./files";

/** `from "x"`, `import "x"` and `import("x")` in TypeScript, `@import "x"` in CSS. */
const anImport = /(?:\bfrom|\bimport|@import)\s*\(?\s*"([^"]+)"/dg;

/** What a file imports, by the names that stand in it. A type that is imported counts as well. */
export const importsIn = (code: string): string[] => [
  ...new Set(placedImportsIn(code).map(({ name }) => name)),
];

/** The same with the places where the names begin, each as often as it is there. */
export const placedImportsIn = (code: string) =>
  Array.from(code.matchAll(anImport), ({ 1: name = "", indices }) => ({
    name,
    start: indices?.[1]?.[0] ?? 0,
  }));

/** What the bundler tries, in its order. */
const endings = ["", ".ts", ".tsx", "/index.ts"];

/**
 * The file of an example that an import means, by its path in the repository. Undefined for a package. Throws if the
 * example has no such file.
 */
export function resolveImport(file: string, name: string): string | undefined {
  const path = pathOf(file, name);
  if (path === undefined) return undefined;
  const files = exampleFiles();
  const found = endings.map((ending) => path + ending).find((candidate) => files.includes(candidate));
  if (!found) throw new Error(`${file} imports ${name}, and there is no such file.`);
  return found;
}

function pathOf(file: string, name: string): string | undefined {
  if (name.startsWith(".")) return join(dirname(file), name);
  // The app's root, for files that are made to stand in the app as well.
  if (name.startsWith("@/")) return `examples/nextjs/${name.slice(2)}`;
  return undefined;
}
