import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";

const engine = otherEngine(process.env.ENGINE);

/** Playwright's own build of another engine, where it could be installed. */
function otherEngine(name?: string) {
  if (!name) return undefined;
  if (name === "firefox" || name === "webkit") return name;
  throw new Error("ENGINE is firefox or webkit.");
}

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/setup.ts",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try has found something.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Bounds, for a machine that is busy with other things.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    // A trace of every test would take longer than the tests.
    screenshot: "only-on-failure",
    browserName: engine ?? "chromium",
    launchOptions: engine
      ? {}
      : {
          executablePath: findBrowser(),
          args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
          ],
        },
  },
});
