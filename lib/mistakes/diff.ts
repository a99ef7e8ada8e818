import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { diffLines } from "diff";
import { readRegions } from "~/lib/listings/regions";
import type { Mistake } from "./mistakes";

export interface DiffLine {
  /** In which of the two files the line stands. */
  in: "both" | "wrong" | "right";
  text: string;
  /** Its number in the wrong file and in the right one, from 1. */
  wrong?: number;
  right?: number;
}

/** A change with the lines around it. */
export type Hunk = DiffLine[];

/** Compares a mistake with the example's own file. */
export async function mistakeDiff(mistake: Mistake): Promise<Hunk[]> {
  const { wrong, right } = await mistakeFiles(mistake);
  return hunks(lineDiff(wrong, right));
}

/** The text of the wrong file and of the right one. It reads them from disk, so it is for the build only. */
export async function mistakeFiles({ name, file }: Mistake) {
  const [wrong, right] = await Promise.all([
    readFile(at(`examples/mistakes/${name}/${file}`), "utf8"),
    readFile(at(`examples/nextjs/${file}`), "utf8"),
  ]);
  return { wrong: inPlace(readRegions(wrong).code, file), right: readRegions(right).code };
}

// Without the comment, the bundler would include every file that the path could mean.
const at = (path: string) => join(/* turbopackIgnore: true */ process.cwd(), path);

/**
 * The wrong file as it would stand in the example. It is in another folder, so it imports its neighbours by
 * `@/…`, a difference that is not worth showing.
 */
export function inPlace(code: string, file: string): string {
  return code.replaceAll(`from "@/${posix.dirname(file)}/`, 'from "./');
}

/** Every line of both files in order: what only the wrong one has comes before what the right one has instead. */
export function lineDiff(wrong: string, right: string): DiffLine[] {
  const lines: DiffLine[] = [];
  const at = { wrong: 0, right: 0 };
  for (const { value, added, removed } of diffLines(`${wrong}\n`, `${right}\n`)) {
    for (const text of value.replace(/\n$/, "").split("\n")) {
      if (removed) lines.push({ in: "wrong", text, wrong: ++at.wrong });
      else if (added) lines.push({ in: "right", text, right: ++at.right });
      else lines.push({ in: "both", text, wrong: ++at.wrong, right: ++at.right });
    }
  }
  return lines;
}

/** Leaves out what both files have in common, but for a few lines around each change. */
export function hunks(lines: DiffLine[], context = 3): Hunk[] {
  const found: Hunk[] = [];
  let end = 0;
  for (const [index, line] of lines.entries()) {
    if (line.in === "both") continue;
    const start = Math.max(index - context, 0);
    const hunk = found.at(-1);
    // Hunks that touch are one.
    if (hunk && start <= end) hunk.push(...lines.slice(end, index + context + 1));
    else found.push(lines.slice(start, index + context + 1));
    end = Math.max(end, Math.min(index + context + 1, lines.length));
  }
  return found;
}
