import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

const port = Number(process.env.PORT ?? 3100);
const app = `http://localhost:${port}`;
const key = "for-tests";

export default defineConfig({
  testDir: ".",
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: { ...devices["Desktop Chrome"], baseURL: app },
  // #region servers
  // Both start before the first test and stop after the last.
  webServer: [
    {
      // It stands in for OpenAI's Responses API: no key is needed, and nothing is paid.
      command: "node dev/stand-in-model.ts",
      cwd: "..",
      port: port + 1,
      env: { PORT: String(port + 1), OPENAI_API_KEY: key },
    },
    {
      command: `npm run build && npm start -- -p ${port}`,
      cwd: "..",
      url: app,
      timeout: 300_000,
      env: {
        // Playwright sets it to test, and better-auth would then check no origins.
        NODE_ENV: "production",
        BETTER_AUTH_URL: app,
        BETTER_AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
        DATABASE_FILE: join(tmpdir(), `chat-tests-${process.pid}.db`),
        // Each user of the tests writes an address into it, as a proxy does.
        TRUSTED_ADDRESS_HEADER: "X-Forwarded-For",
        OPENAI_API_KEY: key,
        OPENAI_BASE_URL: `http://127.0.0.1:${port + 1}/v1`,
      },
    },
  ],
  // #endregion servers
});
