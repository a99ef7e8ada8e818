import { expect, test } from "vitest";
import { readEnv } from "../lib/env";
import { contradictions } from "./contradictions";

const https = "https://guide.example.com";

test.each([
  [{ SITE_URL: https }, /^SITE_URL is https, .* TRUST_PROXY is off/],
  [{ TRUST_PROXY: "1" }, /^TRUST_PROXY is 1, and SITE_URL is http:\/\/localhost:3000/],
  [{ PORT: "4000", SITE_URL: "http://localhost:3000" }, /^SITE_URL is .* PORT 4000/],
])("%o: one line says what does not go together", (settings, line) => {
  expect(contradictions(readEnv(settings))).toEqual([expect.stringMatching(line)]);
});

test.each([
  {},
  { PORT: "4000" },
  { SITE_URL: https, TRUST_PROXY: "1" },
  { SITE_URL: "http://guide.internal" },
  // A proxy on the same machine, for a try.
  { SITE_URL: "https://localhost", TRUST_PROXY: "1" },
])("%o: nothing is said", (settings) => {
  expect(contradictions(readEnv(settings))).toEqual([]);
});
