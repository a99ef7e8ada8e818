import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { builtAnswers } from "./built-answers";
import { buildFolderWith } from "./testing/build-folder";
import { serveWith } from "./testing/serve-with";

const vary = "rsc, next-router-prefetch";
const html = { "content-type": "text/html; charset=utf-8", "cache-control": "s-maxage=1", vary };
const data = { "content-type": "text/x-component", vary };

/** A build of two pages with their data and one text, before a Next.js that says that it was asked. */
async function site() {
  const build = buildFolderWith({
    "server/$/index.html": "home",
    "server/$/index.rsc": "data of home",
    "server/$/docs/[...all].html": "a page",
    "server/$/docs/[...all].html.br": brotliCompressSync("a page"),
    "server/$/docs.segments/_tree.segment.rsc": "tree of docs",
    "server/$/.npmrc.body": "text",
    "server/secret.json": "secret",
  });
  const answers = [
    { path: "/", file: "server/$/index.html", headers: html },
    { path: "/index.rsc", file: "server/$/index.rsc", headers: data },
    { path: "/docs/[...all]", file: "server/$/docs/[...all].html", headers: html },
    {
      path: "/docs.segments/_tree.segment.rsc",
      file: "server/$/docs.segments/_tree.segment.rsc",
      headers: data,
    },
    { path: "/raw/.npmrc", file: "server/$/.npmrc.body", headers: { "content-type": "text/plain" } },
  ];
  const serve = builtAnswers(build, answers);
  return serveWith((request, response) =>
    serve(request, response, () => response.writeHead(203).end(`Next.js: ${request.url}`)),
  );
}

const get = async (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch((await site()) + path, { method, headers: { "Accept-Encoding": "identity", ...headers } });

test.each([
  ["/", {}, "home", "text/html; charset=utf-8"],
  ["/?query", {}, "home", "text/html; charset=utf-8"],
  ["/docs/[...all]", {}, "a page", "text/html; charset=utf-8"],
  ["/docs/%5B...all%5D", {}, "a page", "text/html; charset=utf-8"],
  ["/raw/.npmrc", {}, "text", "text/plain"],
  ["/?_rsc=1", { RSC: "1" }, "data of home", "text/x-component"],
  [
    "/docs?_rsc=1",
    { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
    "tree of docs",
    "text/x-component",
  ],
])("%s with %o is answered as the build made it", async (path, headers, text, type) => {
  const response = await get(path, headers);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(type);
  expect(await response.text()).toBe(text);
});

test.each([
  ["/none", {}],
  ["/docs/", {}],
  ["/%zz", {}],
  ["/index.rsc", {}],
  ["/docs.segments/_tree.segment.rsc", {}],
  ["/secret.json", {}],
  ["/$/index.html", {}],
  ["/", { Accept: "text/markdown" }],
  ["/?_rsc=1", { RSC: "2" }],
  ["/", { RSC: "1" }],
  ["/?_rsc=1", { RSC: "1", "Next-Router-Prefetch": "2" }],
  ["/docs?_rsc=1", { RSC: "1", "Next-Router-Segment-Prefetch": "/_tree" }],
])("%s with %o is left to Next.js", async (path, headers) => {
  const response = await get(path, headers);
  expect(response.status).toBe(203);
  expect(await response.text()).toBe(`Next.js: ${path}`);
});

test("what is no reading is left to Next.js", async () => {
  expect((await get("/", {}, "POST")).status).toBe(203);
});

test("a cache learns what an answer depends on, for how long it holds, and when it has changed", async () => {
  const first = await get("/");
  expect(first.headers.get("vary")).toBe(`${vary}, Accept-Encoding`);
  expect(first.headers.get("cache-control")).toBe("s-maxage=1");
  const url = await site();
  const tag = (await fetch(url)).headers.get("etag") ?? "";
  const again = await fetch(url, { headers: { "If-None-Match": tag } });
  expect(again.status).toBe(304);
  expect(again.headers.get("vary")).toBe(`${vary}, Accept-Encoding`);
});

test("HEAD says what GET would, of the form that would be sent", async () => {
  const url = `${await site()}/docs/[...all]`;
  for (const encoding of ["br", "identity"]) {
    const [head, whole] = await Promise.all(
      ["HEAD", "GET"].map((method) => fetch(url, { method, headers: { "Accept-Encoding": encoding } })),
    );
    for (const name of ["content-length", "content-encoding", "content-type", "etag", "vary"])
      expect(head?.headers.get(name)).toBe(whole?.headers.get(name));
    expect(await head?.text()).toBe("");
    expect(head?.headers.get("content-encoding")).toBe(encoding === "br" ? "br" : null);
  }
});
