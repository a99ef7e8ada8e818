import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { serveWith } from "../testing/serve-with";
import { policyOfData } from "./content-security-policy";
import { securityHeaders } from "./security-headers";

const policies = {
  pages: new Map([["/docs/[...all]", "policy of the page"]]),
  errorPages: "policy of errors",
};

/** What a browser gets when the site behind the headers answers like this. */
async function get(path: string, answer: RequestListener, { siteUrl = "http://localhost", proto = "" } = {}) {
  const secure = securityHeaders(policies, siteUrl);
  const site = await serveWith((request, response) => {
    if (proto) request.headers["x-forwarded-proto"] = proto;
    secure(request, response);
    answer(request, response);
  });
  return (await fetch(site + path)).headers;
}

const html = (status: number): RequestListener => {
  return (_, response) => {
    response.statusCode = status;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end("<p>");
  };
};
const json: RequestListener = (_, response) => void response.writeHead(401).end("{}");
const unchanged: RequestListener = (_, response) => void response.writeHead(304).end();

test.each([
  ["a page has its own policy", "/docs/[...all]", html(200), "policy of the page"],
  [
    "also when its address is encoded and has a query",
    "/docs/%5B...all%5D?q=1",
    html(200),
    "policy of the page",
  ],
  ["a page that has not changed keeps it", "/docs/[...all]", unchanged, "policy of the page"],
  [
    "an error page has that of error pages, whatever was asked for",
    "/docs/[...all]",
    html(500),
    "policy of errors",
  ],
  ["a page that is not there, too", "/none", html(404), "policy of errors"],
  ["data may do nothing", "/api", json, policyOfData],
  ["HTML that nobody knows may do nothing", "/unknown", html(200), policyOfData],
  ["an address that cannot be decoded does not matter", "/%zz", html(200), policyOfData],
])("%s", async (_, path, answer, policy) => {
  const headers = await get(path, answer);
  expect(headers.get("content-security-policy")).toBe(policy);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
});

test("nothing that was set before, or comes with the status, wins over them", async () => {
  const headers = await get("/", (_, response) => {
    response.setHeader("Content-Security-Policy", "default-src *");
    response.setHeader("Referrer-Policy", "unsafe-url");
    response.writeHead(200, {
      "X-Content-Type-Options": "none",
      "cross-origin-opener-policy": "unsafe-none",
    });
    response.end();
  });
  expect(headers.get("content-security-policy")).toBe(policyOfData);
  expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
});

test("browsers are held to https where the site is served over it, and only there", async () => {
  const name = "strict-transport-security";
  expect((await get("/", json)).get(name)).toBeNull();
  expect((await get("/", json, { siteUrl: "https://guide.example.com" })).get(name)).toBe("max-age=31536000");
  expect((await get("/", json, { proto: "https" })).get(name)).toBe("max-age=31536000");
});
