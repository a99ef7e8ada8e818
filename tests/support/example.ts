import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foreignEnv } from "./environment.ts";
import { prepareExample } from "./example-copy.ts";
import { freePort } from "./free-port.ts";
import { startService } from "./service.ts";

/** The example alone, built and started as its README says, with a database of its own. */
export async function startExample(env: Record<string, string>) {
  const copy = await prepareExample();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const data = await mkdtemp(join(tmpdir(), "example-data-"));
  const database = join(data, "app.db");
  const service = await startService({
    command: ["npm", "start"],
    cwd: copy,
    env: {
      ...foreignEnv(),
      PORT: String(port),
      BETTER_AUTH_URL: url,
      BETTER_AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
      DATABASE_FILE: database,
      // The tests write it as a proxy does.
      TRUSTED_ADDRESS_HEADER: "X-Forwarded-For",
      ...env,
    },
    url,
  });
  async function stop() {
    await service.stop();
    await rm(data, { recursive: true });
  }
  return { ...service, copy, database, stop };
}
