import { expect, inject, test } from "vitest";

const { site } = inject("addresses");

/** The scripts and style sheets of a page, by its own tags. */
async function filesOf(path: string) {
  const html = await (await fetch(site + path)).text();
  const tags = html.matchAll(/(?:src|href)="(\/_next\/static\/[^"?]+\.(?:js|css))/g);
  return [...new Set([...tags].map(([, file = ""]) => file))];
}

const files = await filesOf("/docs");
const [first = ""] = files;

test("a page has scripts and a style sheet of its own", () => {
  expect(files.some((file) => file.endsWith(".js"))).toBe(true);
  expect(files.some((file) => file.endsWith(".css"))).toBe(true);
});

test.each(files)("%s comes in the form that weighs least, and is kept for good", async (file) => {
  const response = await fetch(site + file, { headers: { "Accept-Encoding": "gzip, deflate, br" } });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(file.endsWith(".css") ? "text/css" : "text/javascript");
  expect(response.headers.get("content-encoding")).toBe("br");
  expect(response.headers.get("vary")).toBe("Accept-Encoding");
  expect(response.headers.get("cache-control")).toBe("public,max-age=31536000,immutable");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test.each([
  ["gzip", "gzip"],
  ["identity", null],
])("whoever accepts %s only is not sent anything else, and reads the same", async (accepted, encoding) => {
  const small = await fetch(site + first, { headers: { "Accept-Encoding": "br" } });
  const response = await fetch(site + first, { headers: { "Accept-Encoding": accepted } });
  expect(response.headers.get("content-encoding")).toBe(encoding);
  expect(await response.text()).toBe(await small.text());
});

test("they are there to be read, and for nothing else", async () => {
  const response = await fetch(site + first, { method: "POST" });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});

test.each(["/_next/static/no-such-file.js", "/_next/static/..%2fserver/app/docs.html"])(
  "%s is not there",
  async (path) => {
    expect((await fetch(site + path)).status).toBe(404);
  },
);
