import { join } from "node:path";
import tailwind from "@tailwindcss/postcss";
import postcss from "postcss";
import { expect, test } from "vitest";
import { root } from "../support/environment";

/** A globals.css as create-next-app makes it, with the one line that the example needs. */
const globals = `
@import "tailwindcss" source(none);
@import "./theme.css";
@source inline("bg-surface text-soft bg-background text-zinc-500 bg-transparent");
:root { --background: #ffffff; }
@theme inline { --color-background: var(--background); --font-sans: var(--font-geist-sans); }
body { background: var(--background); font-family: Arial; }`;

test("theme.css adds the example's colours to an app, and takes none away", async () => {
  const from = join(root, "examples/nextjs/app/globals.css");
  const { css } = await postcss([tailwind({ base: root })]).process(globals, { from });
  for (const rule of [
    /\.bg-surface \{\s+background-color: var\(--surface\)/,
    /\.text-soft \{\s+color: var\(--ink-soft\)/,
    /\.bg-background \{\s+background-color: var\(--background\)/,
    /\.text-zinc-500 \{\s+color: var\(--color-zinc-500\)/,
    /\.bg-transparent \{\s+background-color: transparent/,
  ]) {
    expect(css).toMatch(rule);
  }
});
