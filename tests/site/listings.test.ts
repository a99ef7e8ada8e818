import { expect, inject, test } from "vitest";
import { source } from "~/lib/source";
import { textOf } from "./text-of.ts";

const site = inject("addresses").site;
const read = async (path: string) => (await fetch(site + path)).text();

/** The pages that hold listings, and where those say that their code is from. */
const pages = ["/", ...source.getPages().map((page) => page.url)];
const origins = /<figcaption><a href="(\/examples\/[^"#]+)(?:#([^"]+))?"[^>]*>.*?<pre[^>]*>(.*?)<\/pre>/gs;

test("every listing leads to the file that it is from, and stands there word for word", async () => {
  let found = 0;
  for (const page of pages) {
    for (const [, file = "", region, listing] of (await read(page)).matchAll(origins)) {
      const whole = await read(file);
      if (region) expect(whole, `${page} → ${file}`).toContain(`id="${region}"`);
      // An include takes the indentation of its region away.
      const lines = (html: string) =>
        textOf(html, "pre")
          .split("\n")
          .map((line) => line.trim());
      expect(lines(whole), `${page} → ${file}`).toEqual(
        expect.arrayContaining(lines(`<pre>${listing}</pre>`)),
      );
      found++;
    }
  }
  expect(found).toBeGreaterThanOrEqual(4);
});
