import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/**
 * Gives a test file the site's settings and a data folder of its own, which goes when its tests are done. To be called
 * in `vi.hoisted`, because modules read the settings when they are loaded. Returns the folder.
 */
export function testSettings(settings: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-test-"));
  Object.assign(process.env, {
    DATA_DIR: folder,
    BETTER_AUTH_SECRET: "for tests only ".repeat(4),
    TRUSTED_ADDRESS_HEADER: "X-Forwarded-For",
    // All tests sign in from one network.
    SIGN_INS_PER_MINUTE: "100000",
    ...settings,
  });
  afterAll(async () => {
    const { sandboxes } = await import("../store/sandboxes");
    await (await sandboxes()).close();
    rmSync(folder, { recursive: true });
  });
  return folder;
}
