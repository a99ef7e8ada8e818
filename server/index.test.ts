import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { requestListener } from "./index";
import { buildFolderWith } from "./testing/build-folder";
import { serveWith } from "./testing/serve-with";

const text = "words ".repeat(1000);

/** A site before Next.js, which answers like this. */
function site(answer: RequestListener, { proxies = 0 } = {}) {
  const build = buildFolderWith({ "static/a.js": text, "server/built.html": text });
  const answers = [{ path: "/docs/built", file: "server/built.html", headers: { vary: "rsc" } }];
  const policies = {
    pages: new Map(["/docs", "/docs/built"].map((path) => [path, "policy of the page"])),
    errorPages: "policy of errors",
  };
  return serveWith(
    requestListener({ build, answers, policies, siteUrl: "http://localhost", proxies }, answer),
  );
}

/** As Next.js sends a static page: with a `Vary` that replaces whatever was there. */
const page: RequestListener = (_, response) => {
  response.setHeader("Vary", "rsc, next-router-prefetch");
  response.setHeader("Content-Security-Policy", "default-src *");
  response.writeHead(200, { "Content-Type": "text/html" }).end(text);
};

const json: RequestListener = (request, response) => {
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ text, headers: request.headers }));
};

const get = async (path: string, answer: RequestListener, headers = {}) =>
  fetch((await site(answer)) + path, { headers: { "Accept-Encoding": "gzip, br", ...headers } });

test("the site's security headers win over those of Next.js, and its Vary is added to theirs", async () => {
  const { headers } = await get("/docs", page);
  expect(headers.get("content-security-policy")).toBe("policy of the page");
  expect(headers.get("vary")).toBe("rsc, next-router-prefetch, Accept-Encoding, Accept");
  expect(headers.get("content-encoding")).toBe("br");
});

test("what is no page of the guide is not varied on Accept", async () => {
  const { headers } = await get("/docs-of-another", page);
  expect(headers.get("vary")).toBe("rsc, next-router-prefetch, Accept-Encoding");
});

test("a static file is answered without Next.js, and with the security headers", async () => {
  const response = await get("/_next/static/a.js", () => expect.unreachable());
  expect(await response.text()).toBe(text);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("a page that the build made is answered without Next.js, and with the page's own policy", async () => {
  const { headers, status } = await get("/docs/built", () => expect.unreachable());
  expect(status).toBe(200);
  expect(headers.get("content-security-policy")).toBe("policy of the page");
  expect(headers.get("vary")).toBe("rsc, Accept-Encoding, Accept");
});

test.each(["bytes=10-5", "bytes=99999999-", "bytes=-5", "bytes=0-3"])(
  "whoever asks for a part of a file (%s) gets it whole, and the server goes on",
  async (range) => {
    for (const path of ["/_next/static/a.js", "/docs/built"]) {
      const response = await get(path, () => expect.unreachable(), { Range: range });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(text);
    }
  },
);

test.each([
  ["/demo/a/api/threads", null],
  ["/demo/a/%61pi/threads?after=1", null],
  ["/demo/session", "br"],
  ["/api/search?query=/demo/a/api/threads", "br"],
])("%s: compressed with %s", async (path, encoding) => {
  const response = await get(path, json);
  expect(response.headers.get("content-encoding")).toBe(encoding);
  expect(await response.json()).toMatchObject({ text });
});

test("Next.js sees of the forwarded headers those of a trusted proxy only", async () => {
  const headers = { "X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https" };
  const seen = async (proxies: number) => {
    const response = await fetch(await site(json, { proxies }), { headers });
    return { own: await response.json(), https: response.headers.has("strict-transport-security") };
  };
  expect(await seen(0)).toMatchObject({
    own: { headers: { "x-forwarded-for": expect.stringContaining("127.0.0.1") } },
    https: false,
  });
  expect(await seen(1)).toMatchObject({ own: { headers: { "x-forwarded-for": "192.0.2.1" } }, https: true });
});
