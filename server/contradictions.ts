import type { Env } from "../lib/env.ts";

/** What in the settings does not go together, although the site can be served with it. Each is a line for the operator. */
export function contradictions({ SITE_URL, TRUST_PROXY, PORT }: Env): string[] {
  const { protocol, hostname, port } = new URL(SITE_URL);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (TRUST_PROXY === 0 && protocol === "https:") {
    return [
      "SITE_URL is https, which needs a proxy in front, and TRUST_PROXY is off: all visitors count as one address. " +
        "Set TRUST_PROXY to the number of proxies.",
    ];
  }
  if (TRUST_PROXY === 0 && isLocal && Number(port || 80) !== PORT) {
    return [`SITE_URL is ${SITE_URL}, and the site listens on PORT ${PORT}: its links lead nowhere.`];
  }
  if (TRUST_PROXY > 0 && isLocal && protocol === "http:") {
    return [
      `TRUST_PROXY is ${TRUST_PROXY}, and SITE_URL is ${SITE_URL}: links and commands lead readers to their own machine. ` +
        "Set SITE_URL to the address that the proxy has.",
    ];
  }
  return [];
}
