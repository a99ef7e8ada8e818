import { expect, test } from "vitest";
import { isForeign } from "./origin";

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
