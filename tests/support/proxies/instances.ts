import { freePort } from "../free-port.ts";
import type { Service } from "../service.ts";
import { startBuiltSite } from "./built-site.ts";
import { readWith } from "./config-file.ts";
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
  const config = readWith("deploy/nginx.conf", replaced);
  return startNginx(config, `http://127.0.0.1:${port}/robots.txt`);
}

/** An instance of the site, at an address and on a data folder that it keeps when it is started again. */
export const startInstance = (name: InstanceName, env: Record<string, string>) =>
  startBuiltSite({ INSTANCE: name, TRUST_PROXY: "1", ...env });
