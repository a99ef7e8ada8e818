import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../environment.ts";

/** A file of the project with each of these in the place of what is written there. Throws if something is not. */
export function readWith(file: string, replaced: readonly [written: string, here: string][]) {
  let text = readFileSync(join(root, file), "utf8");
  for (const [written, here] of replaced) {
    if (!text.includes(written)) throw new Error(`${file} has no ${written}`);
    text = text.replaceAll(written, here);
  }
  return text;
}
