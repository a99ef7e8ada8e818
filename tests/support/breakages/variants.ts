import { applyPatch, parsePatch, type StructuredPatch } from "diff";
import type { Breakage } from "../../../lib/checks/breakages.ts";
import { type Files, importsOf, isMigration, isRoute, redirectImports } from "./example-files.ts";

/** The example without a mistake. */
const unbroken = "unbroken";

const folderOf = (variant: string) => `variants/${variant}`;

/**
 * The files of an app that is the example in each of its variants: the process that serves it chooses one. A variant has
 * files of its own for what is changed and for what imports that, and shares the others.
 */
export function filesOfVariants(example: Files, breakages: readonly Breakage[]): Files {
  const routes = [...example.keys()].filter(isRoute);
  const variants = new Map([[unbroken, filesOf(unbroken, example, routes)]]);
  for (const breakage of breakages) {
    const changed = changedFiles(breakage, example);
    variants.set(
      breakage.name,
      filesOf(breakage.name, new Map([...example, ...changed]), [...changed.keys()]),
    );
  }

  const all = new Map([...example, ...[...variants.values()].flatMap((files) => [...files])]);
  for (const route of routes) {
    const names = breakages
      .map(({ name }) => name)
      .filter((name) => variants.get(name)?.has(`${folderOf(name)}/${route}`));
    all.set(route, choice(route, names));
  }
  return all;
}

/** Where the migrations of a variant are, if they are not the example's. */
export const migrationsOf = (variant: string) => `${folderOf(variant)}/drizzle`;

/** What a breakage changes. Throws if that cannot be done, or if nothing would be different. */
export function changedFiles({ name, change }: Breakage, example: Files): Files {
  const changes =
    "file" in change ? [change] : parsePatch(change.patch).map((patch) => apply(patch, example));
  const changed = new Map<string, string>();
  for (const { file, text } of changes) {
    const problem = (what: string) => new Error(`The breakage ${name} changes ${file}, which ${what}.`);
    const right = example.get(file);
    if (right === undefined) throw problem("is no file of the server half");
    if (text === false) throw problem("is not what its patch expects");
    if (text === right) throw problem("stays as it is");
    changed.set(file, text);
  }
  return changed;
}

function apply(patch: StructuredPatch, example: Files) {
  const file = patch.newFileName?.replace(/^b\//, "") ?? "";
  return { file, text: applyPatch(example.get(file) ?? "", patch, { fuzzFactor: 0 }) };
}

/** The files that a variant has of its own. */
function filesOf(variant: string, files: Files, changed: readonly string[]): Files {
  const isOwn = (file: string): boolean =>
    isMigration(file)
      ? // The migrator reads a whole folder.
        changed.some(isMigration)
      : changed.includes(file) || importsOf(file, files).some(isOwn);
  const own = [...files.keys()].filter(isOwn);
  const moved = (file: string) => `${folderOf(variant)}/${file}`;
  return new Map(
    own.map((file) => [
      moved(file),
      isMigration(file)
        ? (files.get(file) ?? "")
        : redirectImports(
            file,
            files,
            (imported) => `@/${own.includes(imported) ? moved(imported) : imported}`,
          ),
    ]),
  );
}

/** A route that answers as the chosen variant does. Those that are not chosen are not loaded. */
function choice(route: string, variants: readonly string[]) {
  const module = route.replace(/\.ts$/, "");
  const imports = variants.map((name) => `  "${name}": () => import("@/${folderOf(name)}/${module}"),`);
  return `import * as unbroken from "@/${folderOf(unbroken)}/${module}";

const broken: Record<string, () => Promise<object>> = {
${imports.join("\n")}
};
const chosen = broken[process.env.BREAKAGE ?? ""]?.() ?? Promise.resolve(unbroken);

const answer = (method: string) => async (...args: unknown[]) => {
  const handler = Reflect.get(await chosen, method);
  return handler ? handler(...args) : new Response(null, { status: 405 });
};

${["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => `export const ${method} = answer("${method}");`).join("\n")}
`;
}
