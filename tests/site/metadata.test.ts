import { describe, expect, inject, test } from "vitest";
import { exampleFiles, examples } from "~/lib/examples/files";
import { fileUrl } from "~/lib/listings/file-url";
import { source } from "~/lib/source";

const site = inject("addresses").site;
const guide = ["/", ...source.getPages().map((page) => page.url)];
const all = [
  ...guide,
  ...examples.map(({ folder }) => `/${folder}`),
  ...exampleFiles().map((file) => fileUrl(file)),
];
const read = async (path: string) => (await fetch(site + path)).text();

/** The site writes absolute addresses, of the origin that it was built for. */
const path = (address: string) => new URL(address).pathname;

test("the sitemap lists every page, and every page that it lists is there", async () => {
  const listed = Array.from((await read("/sitemap.xml")).matchAll(/<loc>(.*?)<\/loc>/g), ([, url]) =>
    path(url ?? ""),
  );

  expect(listed.toSorted()).toEqual(all.toSorted());
  for (const url of listed) expect((await fetch(site + url)).status, url).toBe(200);
});

test("robots may read the pages and leave the demos alone", async () => {
  const robots = await read("/robots.txt");

  expect(robots).toContain("Allow: /\n");
  expect(robots).toContain("Disallow: /demo/\n");
  expect(robots).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m);
});

test.each([
  ["/favicon.ico", "image/x-icon"],
  ["/icon.svg", "image/svg+xml"],
  ["/apple-icon.png", "image/png"],
])("%s is there", async (icon, type) => {
  const response = await fetch(site + icon);

  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(type);
});

describe.each([...guide, "/examples/nextjs", fileUrl("examples/nextjs/auth.ts")])("%s", (page) => {
  test("says what it is, and where", async () => {
    const html = await read(page);

    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
    expect(path(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? "")).toBe(page);
  });

  test("has a picture of 1200 by 630 for those who share it", async () => {
    const [, address = ""] = /<meta property="og:image" content="([^"]+)"/.exec(await read(page)) ?? [];
    const response = await fetch(site + path(address));
    const png = Buffer.from(await response.arrayBuffer());

    expect(response.headers.get("content-type")).toBe("image/png");
    expect(png.toString("latin1", 1, 4)).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});
