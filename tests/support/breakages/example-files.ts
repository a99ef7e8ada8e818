import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "../environment.ts";

/** Texts by their paths in the example. */
export type Files = ReadonlyMap<string, string>;

export const exampleFolder = join(root, "examples/nextjs");

const routes = "app/api/**/route.ts";

/** What answers requests: the routes, all that they import of the example, and the migrations. */
export function serverHalf(): Files {
  const all = read("**/*.{ts,tsx}");
  const reached = new Set<string>();
  const reach = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const imported of importsOf(file, all)) reach(imported);
  };
  for (const file of read(routes).keys()) reach(file);
  const modules = [...reached].map((file) => [file, all.get(file) ?? ""] as const);
  return new Map([...modules, ...read("drizzle/**/*")]);
}

export const isRoute = (file: string) => posix.matchesGlob(file, routes);

export const isMigration = (file: string) => file.startsWith("drizzle/");

function read(pattern: string): Files {
  const found = globSync(pattern, {
    cwd: exampleFolder,
    exclude: ["{node_modules,.next}"],
    withFileTypes: true,
  }).filter((entry) => entry.isFile());
  return new Map(
    found.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [posix.relative(exampleFolder, file), readFileSync(file, "utf8")];
    }),
  );
}

const specifier = /(?<=\b(?:from|import) |\bimport\()"(@\/|\.\.?\/)([^"]+)"/g;

/** Gives each import of the example's own files another path. Undefined leaves it as it is. */
export function redirectImports(
  file: string,
  files: Files,
  redirect: (imported: string) => string | undefined,
): string {
  const text = files.get(file) ?? "";
  return text.replaceAll(specifier, (found, from: string, path: string) => {
    const target = from === "@/" ? path : posix.join(posix.dirname(file), from, path);
    const imported = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((name) => files.has(name));
    if (!imported) throw new Error(`${file} imports ${found}, which is not there.`);
    const other = redirect(imported);
    return other === undefined ? found : `"${other.replace(/\.tsx?$/, "")}"`;
  });
}

export function importsOf(file: string, files: Files): string[] {
  const imported: string[] = [];
  redirectImports(file, files, (name) => {
    imported.push(name);
    return undefined;
  });
  return imported;
}
