import type { IncomingMessage, ServerResponse } from "node:http";
import onHeaders from "on-headers";
import type { PagePolicies } from "./content-security-policy.ts";
import { policyOfData } from "./content-security-policy.ts";
import { pathnameOf } from "./pathname.ts";

const always: [name: string, value: string][] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

/** A year. The site does not speak for subdomains, because it knows nothing of them. */
const strictTransport = "max-age=31536000";

/**
 * Gives every answer the headers that keep browsers safe, however it ends. The headers are set at the last moment, so they
 * win over what Next.js has set.
 */
export function securityHeaders(policies: PagePolicies, siteUrl: string) {
  const isHttpsSite = siteUrl.startsWith("https:");

  return (request: IncomingMessage, response: ServerResponse) => {
    // Both are read now, because Next.js may change the request. Only a trusted proxy's word for https is still there.
    const isHttps = isHttpsSite || request.headers["x-forwarded-proto"] === "https";
    const page = policies.pages.get(pathnameOf(request));

    onHeaders(response, () => {
      for (const [name, value] of always) response.setHeader(name, value);
      if (isHttps) response.setHeader("Strict-Transport-Security", strictTransport);

      const isHtml = String(response.getHeader("Content-Type")).startsWith("text/html");
      // Not modified: says nothing of its type, and its policy replaces that of the page in the browser's cache.
      const policy = response.statusCode < 400 ? page : isHtml && policies.errorPages;
      response.setHeader("Content-Security-Policy", policy || policyOfData);
    });
  };
}
