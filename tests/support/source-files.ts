import { globSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./environment.ts";

/** The files of the project that match, without what is installed or built. */
export function sourceFiles(pattern: string): string[] {
  return globSync(pattern, { cwd: root, exclude: ["**/{node_modules,.next}"], withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Whether a file holds tests, by its name. */
export const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file);
