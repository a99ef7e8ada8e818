import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptSecret } from "./secret";

test("is drawn once, and only its owner can read it", () => {
  const folder = mkdtempSync(join(tmpdir(), "secret-"));
  const secret = keptSecret(join(folder, "data"));
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSecret(join(folder, "data"))).toBe(secret);
  expect(statSync(join(folder, "data/secret")).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
