import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { fileUrl, listingUrl } from "~/lib/listings/file-url";
import { includesIn } from "~/lib/listings/include";
import { source } from "~/lib/source";
import { root } from "../support/environment";
import { listedLines } from "../support/guide";
import { textOf } from "./text-of.ts";

const site = inject("addresses").site;
const read = async (path: string) => (await fetch(site + path)).text();

/** The pages that include files, and what they include. */
const pages = [
  { url: "/", file: "content/home.mdx" },
  ...source.getPages().map(({ url, path }) => ({ url, file: `content/docs/${path}` })),
]
  .map(({ url, file }) => ({ url, includes: includesIn(readFileSync(join(root, file), "utf8")) }))
  .filter(({ includes }) => includes.length > 0);

/** The listings of a page that say which file they are from. */
function listingsIn(html: string) {
  const figures = html.matchAll(
    /<figure class="listing[^"]*"[^>]*><figcaption><a[^>]*href="([^"]+)".*?<\/figcaption><pre[^>]*>(.*?)<\/pre>/gs,
  );
  return Array.from(figures, ([, href = "", code = ""]) => ({ href, lines: linesOf(`<pre>${code}</pre>`) }));
}

/** Without the indentation, of which an include takes that of its region away. */
const linesOf = (html: string) => trimmed(textOf(html, "pre").split("\n"));
const trimmed = (lines: string[]) =>
  lines
    .map((line) => line.trim())
    .join("\n")
    .trim()
    .split("\n");

describe.each(pages)("$url", ({ url, includes }) => {
  test("has a listing for each of its includes, in their order and word for word", async () => {
    expect(listingsIn(await read(url))).toEqual(
      includes.map(({ file, region }) => ({
        href: fileUrl(file, region),
        lines: trimmed(listedLines(file, region) ?? []),
      })),
    );
  });

  test("opens each part inside of its whole file, which says where it is, and holds no ids", async () => {
    for (const { href, lines } of listingsIn(await read(url)).filter(({ href }) => href.includes("#"))) {
      const response = await fetch(site + listingUrl(href));
      expect(response.status, href).toBe(200);
      const fragment = await response.text();
      const region = `<span data-region="${href.split("#")[1]}"`;
      expect(fragment.split(region), href).toHaveLength(2);
      const fromPart = linesOf(`<pre>${fragment.slice(fragment.indexOf(region))}</pre>`);
      expect(fromPart.slice(0, lines.length), href).toEqual(lines);
      expect(fragment).not.toContain(' id="');
    }
  });

  test("leads from each listing to its whole file, and to the region there", async () => {
    for (const { href } of listingsIn(await read(url))) {
      const [path = "", region] = href.split("#");
      const response = await fetch(site + path);
      expect(response.status, path).toBe(200);
      if (region) expect(await response.text(), href).toContain(`id="${region}"`);
    }
  });
});
