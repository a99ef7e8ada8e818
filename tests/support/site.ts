import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainEnv, root } from "./environment.ts";
import { freePort } from "./free-port.ts";
import { startService } from "./service.ts";

/** Limits that no test reaches unless it sets its own, and a model that does not dawdle. */
const roomy = {
  SANDBOXES_PER_HOUR: "100000",
  SANDBOXES_PER_NETWORK: "100000",
  REQUESTS_PER_MINUTE: "100000",
  CHATS_PER_MINUTE: "100000",
  SIGN_INS_PER_MINUTE: "100000",
  SEARCHES_PER_MINUTE: "100000",
  MODEL_WORDS_PER_SECOND: "1000",
};

/**
 * The site as `npm start` serves it, built if need be, on a free port, with a data folder of its own and no key for a
 * real model. The folder goes when it stops. Without SITE_URL, one build serves on any port. A test that speaks to the
 * server's own process starts it without npm.
 */
export async function startSite(env: Record<string, string> = {}, command = ["npm", "start"]) {
  const port = Number(env.PORT) || (await freePort());
  const url = `http://localhost:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), "guide-data-"));
  const own = {
    PORT: String(port),
    SITE_URL: "",
    DATA_DIR: dataDir,
    OPENAI_API_KEY: "",
    OPENAI_BASE_URL: "",
  };
  const service = await startService({
    command,
    cwd: root,
    env: { ...plainEnv(), ...own, ...roomy, ...env },
    url,
  });
  async function stop() {
    await service.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return { ...service, dataDir, stop };
}
