import { expect, test, vi } from "vitest";
import { isForeign, isHttps } from "./origin";

vi.hoisted(() => {
  process.env.SITE_URL = "https://named.example.com";
});

const site = { "x-forwarded-host": "guide.example.com", "x-forwarded-proto": "https" };

test.each([
  [{ origin: "https://guide.example.com" }, false],
  [{ origin: "http://guide.example.com" }, true],
  [{ origin: "https://evil.example" }, true],
  [{ origin: "null" }, true],
  // A script on a server, or curl.
  [{}, false],
  [{ "sec-fetch-site": "same-origin" }, false],
  [{ "sec-fetch-site": "cross-site" }, true],
  [{ "sec-fetch-site": "same-site" }, true],
])("%o: foreign is %s", (headers, foreign) => {
  expect(isForeign(new Headers({ ...site, ...headers }))).toBe(foreign);
});

test("the address that the operator names is the site's own, whatever a proxy puts into Host", () => {
  const throughNginx = new Headers({ host: "127.0.0.1:3000", origin: "https://named.example.com" });
  expect(isForeign(throughNginx)).toBe(false);
  expect(isHttps(throughNginx)).toBe(true);
  throughNginx.set("origin", "http://named.example.com");
  expect(isForeign(throughNginx)).toBe(true);
});
