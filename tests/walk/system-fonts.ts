import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Reader } from "./reader";

/** The template's fonts are loaded from Google at `next build`. A test has no such network. */
export async function useSystemFonts(reader: Reader) {
  const layout = join(reader.folder, reader.project.src ? "src" : "", "app/layout.tsx");
  if (!existsSync(layout)) return;
  const text = await readFile(layout, "utf8");
  const fonts = 'const Geist = (_: object) => ({ variable: "" });\nconst Geist_Mono = Geist;';
  await writeFile(layout, text.replace(/^import .* from "next\/font\/google";$/m, fonts));
}
