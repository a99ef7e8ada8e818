import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bundleVerifier, verifierFile } from "./bundle-verifier.mjs";

test("examples/verify/verify.mjs is what its parts make: if not, run `npm run verifier`", () => {
  expect(readFileSync(verifierFile, "utf8")).toBe(bundleVerifier());
});

test("it is one file: it imports nothing at its top, and awaits nothing there", () => {
  expect(bundleVerifier()).not.toMatch(/^(import|export|await)\b/m);
});
