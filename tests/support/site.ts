import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { startService } from "./service.ts";

const root = join(import.meta.dirname, "../..");

/** Limits that no test reaches unless it sets its own. */
const roomy = {
  SANDBOXES_PER_HOUR: "100000",
  REQUESTS_PER_MINUTE: "100000",
  CHATS_PER_MINUTE: "100000",
};

/** The site as `npm start` serves it, on a free port and with a data folder of its own. Builds first if it must. */
export async function startSite(env: Record<string, string> = {}) {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), "guide-data-"));
  const service = await startService({
    command: ["npm", "start"],
    cwd: root,
    env: { PORT: String(port), DATA_DIR: dataDir, OPENAI_API_KEY: "", OPENAI_BASE_URL: "", ...roomy, ...env },
    url: `http://localhost:${port}`,
  });
  return { ...service, dataDir };
}
