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
  const paths = pathsOf(file, name);
  if (paths.length === 0) return undefined;
  const files = exampleFiles();
  const found = paths
    .flatMap((path) => endings.map((ending) => path + ending))
    .find((candidate) => files.includes(candidate));
  if (!found) throw new Error(`${file} imports ${name}, and there is no such file.`);
  return found;
}

/** Files of the other examples are made to stand in the app as well, so what they do not bring is the app's. */
function pathsOf(file: string, name: string): string[] {
  const [own = ""] = file.match(/^examples\/[^/]+\//) ?? [];
  if (name.startsWith("@/")) return [app + name.slice(2), own + name.slice(2)];
  if (!name.startsWith(".")) return [];
  const beside = join(dirname(file), name);
  return [beside, beside.replace(own, app)];
}

const app = "examples/nextjs/";
