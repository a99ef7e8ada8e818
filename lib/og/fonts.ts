import { readFile } from "node:fs/promises";

/** The fonts of preview images, which can use no web font. */
export const cardFonts = () =>
  Promise.all([
    font("Geist", 400, "geist-sans/Geist-Regular.ttf"),
    font("Geist", 600, "geist-sans/Geist-SemiBold.ttf"),
    font("Geist Mono", 500, "geist-mono/GeistMono-Medium.ttf"),
  ]);

async function font(name: string, weight: 400 | 500 | 600, file: string) {
  const data = await readFile(`node_modules/geist/dist/fonts/${file}`);
  return { name, weight, style: "normal" as const, data };
}
