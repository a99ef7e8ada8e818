import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadOrCreateSecret } from "./settings";

test("the secret is drawn once, and only its owner can read it", () => {
  const folder = mkdtempSync(join(tmpdir(), "secret-"));
  const secret = loadOrCreateSecret(join(folder, "data"));
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(loadOrCreateSecret(join(folder, "data"))).toBe(secret);
  expect(statSync(join(folder, "data/secret")).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
