import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import config from "../../examples/tests/playwright.config";
import site from "../../playwright.config";

const { EXAMPLE_COPY = "" } = process.env;
const servers = [config.webServer ?? []].flat();

/** The tests of examples/tests as they are, in a browser of this machine, against a copy of the example that is built. */
export default defineConfig({
  ...config,
  testDir: join(import.meta.dirname, "../../examples/tests"),
  outputDir: join(import.meta.dirname, "../../test-results/readers-tests"),
  workers: 2,
  use: { ...config.use, launchOptions: site.use?.launchOptions },
  webServer: servers.map(({ command, ...server }) => ({
    ...server,
    cwd: EXAMPLE_COPY,
    command: command.replace("npm run build && ", ""),
  })),
});
