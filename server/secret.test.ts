import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOrCreateSecret } from "./secret";
import { StartError } from "./terminal";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the secret is drawn once, and only its owner can read it", () => {
  const data = join(folder, "data");
  const secret = loadOrCreateSecret(data);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(loadOrCreateSecret(data)).toBe(secret);
  expect(statSync(join(data, "secret")).mode & 0o777).toBe(0o600);
  expect(readdirSync(data)).toEqual(["secret"]);
});

test.each(["", "\n", "short"])(
  "%j in its file stops the start with one line that says what to do",
  (text) => {
    const file = join(folder, "secret");
    writeFileSync(file, text);
    expect(() => loadOrCreateSecret(folder)).toThrow(
      new StartError(
        `${file} holds no secret: it is too short. Delete it, and the next start draws another.`,
      ),
    );
  },
);

test("a folder that cannot be written is named in one line, and nothing half-made stays", () => {
  // A file where the folder would be: nobody may write into that, not even root.
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(() => loadOrCreateSecret(file)).toThrow(StartError);
  expect(() => loadOrCreateSecret(join(file, "data"))).toThrow(/^DATA_DIR \(.*\) cannot be used: ENOTDIR/);
  expect(readdirSync(folder)).toEqual(["file"]);
});
