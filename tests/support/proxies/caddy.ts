import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCaddy } from "../../../scripts/caddy.mjs";
import { type Service, startService } from "../service.ts";

/** A real Caddy with this Caddyfile, in a folder of its own, when it answers at `url`. */
export async function startCaddy(caddyfile: string, url: string): Promise<Service> {
  const caddy = findCaddy();
  if (!caddy) throw new Error("There is no Caddy here: `node scripts/caddy.mjs` installs it.");
  const folder = mkdtempSync(join(tmpdir(), "caddy-"));
  const config = join(folder, "Caddyfile");
  // Its own address for commands is one for the whole machine.
  writeFileSync(config, `{\n\tadmin off\n}\n${caddyfile}`);
  const service = await startService({
    command: [caddy, "run", "--adapter", "caddyfile", "--config", config],
    cwd: folder,
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    url,
  });
  const stop = async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  };
  return { ...service, stop };
}
