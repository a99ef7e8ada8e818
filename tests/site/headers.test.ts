import { createHash } from "node:crypto";
import { expect, inject, test } from "vitest";
import { guidePages } from "../support/guide-pages";

const { site } = inject("addresses");

const directives = (response: Response) =>
  new Map(
    (response.headers.get("content-security-policy") ?? "")
      .split("; ")
      .map((directive) => [directive.split(" ", 1)[0], directive]),
  );

test.each(["/", ...(await guidePages(site)), "/no-such-page", "/docs/no-such-page"])(
  "%s: every inline script is named by its hash, and no other may run",
  async (path) => {
    const response = await fetch(site + path);
    const scripts = directives(response).get("script-src");
    const inline = [...(await response.text()).matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)];
    expect(inline.length).toBeGreaterThan(0);
    for (const [, code = ""] of inline) {
      expect(scripts).toContain(`'sha256-${createHash("sha256").update(code).digest("base64")}'`);
    }
    expect(scripts).not.toContain("unsafe");
    expect(directives(response).get("frame-ancestors")).toBe("frame-ancestors 'self'");
  },
);

test.each(["/demo/a/api/threads", "/api/search?query=session", "/llms.txt", "/_next/static/no-such-file.js"])(
  "%s is data: as a document it could do nothing",
  async (path) => {
    const response = await fetch(site + path);
    expect(directives(response).get("default-src")).toBe("default-src 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  },
);

test("over http, browsers are not held to https", async () => {
  expect((await fetch(site)).headers.get("strict-transport-security")).toBeNull();
});

test("the software is not named", async () => {
  expect((await fetch(site)).headers.get("x-powered-by")).toBeNull();
});
