import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { source } from "~/lib/source";
import { root } from "../support/environment";
import { listedLines, writtenPages } from "../support/guide";

const anchors = new Map(
  source.getPages().map((page) => [page.url, page.data.toc.map(({ url }) => url.slice(1))]),
);

/** Where a link of a page leads, in Markdown or in JSX. */
const links = writtenPages.flatMap(({ slug, text }) => {
  const own = slug === "index" ? "/docs" : `/docs/${slug}`;
  const prose = text.replaceAll(/^\s*```[\s\S]*?^\s*```$/gm, "");
  return Array.from(prose.matchAll(/\]\(([^)\s]+)\)|\bhref="([^"]+)"/g), ([, markdown, jsx]) => {
    const target = markdown ?? jsx ?? "";
    return { page: slug, target, url: new URL(target, `http://site${own}`) };
  });
});

/** What is wrong with a link within the site, if anything is. */
function fault({ pathname, hash }: URL): string | undefined {
  const path = decodeURIComponent(pathname);
  const anchor = decodeURIComponent(hash.slice(1));

  if (path.startsWith("/examples/")) {
    const file = path.slice(1);
    if (!existsSync(join(root, file))) return "there is no such file";
    if (!anchor) return;
    if (!statSync(join(root, file)).isFile() || !listedLines(file, anchor))
      return "the file has no such region";
    return;
  }

  const page = path.replace(/\.md$/, "");
  const ids = anchors.get(page);
  if (ids) return anchor && !ids.includes(anchor) ? "the page has no such heading" : undefined;
  // What machines read is served by a route of the same name.
  return existsSync(join(root, "app", path, "route.ts")) ? undefined : "there is no such page";
}

test("the checker sees what is wrong", () => {
  const check = (path: string) => fault(new URL(path, "http://site"));
  expect(check("/docs/notes#edge-runtime")).toBeUndefined();
  expect(check("/docs/notes.md")).toBeUndefined();
  expect(check("/llms.txt")).toBeUndefined();
  expect(check("/examples/nextjs/app/api/auth/%5B...all%5D/route.ts#handlers")).toBeUndefined();
  expect(check("/docs/nowhere")).toBe("there is no such page");
  expect(check("/docs/notes#nowhere")).toBe("the page has no such heading");
  expect(check("/examples/nextjs/nowhere.ts")).toBe("there is no such file");
  expect(check("/examples/nextjs/auth.ts#nowhere")).toBe("the file has no such region");
});

test("every link within the site leads somewhere", () => {
  const internal = links.filter(({ url }) => url.origin === "http://site");
  expect(internal.length).toBeGreaterThan(30);

  const broken = internal.flatMap(({ page, target, url }) => {
    const reason = fault(url);
    return reason ? [`${page}: ${target}: ${reason}`] : [];
  });
  expect(broken).toEqual([]);
});

test("every link that leads elsewhere is https", () => {
  const external = links.filter(({ url }) => url.origin !== "http://site");
  expect(external.length).toBeGreaterThan(0);
  expect(external.filter(({ url }) => url.protocol !== "https:")).toEqual([]);
});
