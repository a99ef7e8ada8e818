import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../environment.ts";
import { freePort } from "../free-port.ts";
import type { Service } from "../service.ts";
import { startBuiltSite } from "./built-site.ts";
import { startNginx } from "./nginx.ts";

export const instanceNames = ["one", "two"] as const;
export type InstanceName = (typeof instanceNames)[number];

/** nginx, as `deploy/nginx.conf` sets it up, in front of instances of the site on these addresses. */
export async function startBalancer(
  addresses: Record<InstanceName, string>,
  port?: number,
): Promise<Service> {
  port ??= await freePort();
  const replaced = Object.entries({
    "listen 80;": `listen 127.0.0.1:${port};`,
    ...Object.fromEntries(instanceNames.map((name) => [`server ${name}:3000`, `server ${addresses[name]}`])),
  });
  let config = readFileSync(join(root, "deploy/nginx.conf"), "utf8");
  for (const [written, here] of replaced) {
    if (!config.includes(written)) throw new Error(`deploy/nginx.conf has no ${written}`);
    config = config.replaceAll(written, here);
  }
  return startNginx(config, `http://127.0.0.1:${port}/robots.txt`);
}

/** An instance of the site, at an address and on a data folder that it keeps when it is started again. */
export const startInstance = (name: InstanceName, env: Record<string, string>) =>
  startBuiltSite({ INSTANCE: name, TRUST_PROXY: "1", ...env });
