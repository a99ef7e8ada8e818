import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { builtPagesFile } from "../adapter";
import { buildFolderWith } from "../testing/build-folder";
import { prepareStaticFiles } from "./prepare-static-files";

/** What a build holds of a page with these tags: a script that it names, and one that only HTML of no page names. */
function build(html: string) {
  const folder = buildFolderWith({
    [builtPagesFile]: JSON.stringify({
      pages: [{ path: "/docs/setup", html: "setup.html" }],
      errorPages: [],
      answers: [
        { path: "/docs/setup", file: "setup.html", headers: { "content-type": "text/html; charset=utf-8" } },
        { path: "/og/setup.png", file: "setup.png", headers: { "content-type": "image/png" } },
      ],
      madeAtRunTime: [],
    }),
    "setup.html": html,
    "unknown.html": '<script src="/_next/static/chunks/later.js"></script>',
    "static/chunks/first.js": "first()",
    "static/chunks/later.js": "later()",
    "setup.png": "a picture",
    "static/media/font.woff2": "a font",
  });
  return { folder, read: (file: string) => readFileSync(join(folder, file)) };
}

const tags = '<script async="" src="/_next/static/chunks/first.js"></script><script>inline()</script>';

test("what a page begins with is compiled while it loads, and what other HTML names is not", async () => {
  const { folder, read } = build(tags);
  await prepareStaticFiles(folder);
  expect(`${read("static/chunks/first.js")}`).toBe("//# allFunctionsCalledOnLoad\nfirst()");
  expect(`${read("static/chunks/later.js")}`).toBe("later()");
});

test("the compressed forms hold what the file holds", async () => {
  const { folder, read } = build(tags);
  await prepareStaticFiles(folder);
  for (const file of ["static/chunks/first.js", "static/chunks/later.js", "setup.html"]) {
    expect(brotliDecompressSync(read(`${file}.br`))).toEqual(read(file));
    expect(gunzipSync(read(`${file}.gz`))).toEqual(read(file));
  }
});

test("what is compressed in itself is left alone", async () => {
  const { folder, read } = build(tags);
  await prepareStaticFiles(folder);
  expect(`${read("static/media/font.woff2")}`).toBe("a font");
  expect(() => read("static/media/font.woff2.br")).toThrow("ENOENT");
  expect(() => read("setup.png.br")).toThrow("ENOENT");
});

test("to do it again changes nothing", async () => {
  const { folder, read } = build(tags);
  await prepareStaticFiles(folder);
  const once = read("static/chunks/first.js");
  await prepareStaticFiles(folder);
  expect(read("static/chunks/first.js")).toEqual(once);
});

test("a build whose pages name no script is not taken for ready", async () => {
  const { folder } = build("<script>inline()</script>");
  await expect(prepareStaticFiles(folder)).rejects.toThrow("No page in");
});
