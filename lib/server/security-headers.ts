import type { IncomingMessage, ServerResponse } from "node:http";
import type { PagePolicies } from "./built-pages.ts";
import { policyOfData } from "./content-security-policy.ts";
import { onHead } from "./on-head.ts";
import { requestPath } from "./request-path.ts";

const always: [name: string, value: string][] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

/** A year. Of subdomains this site knows nothing, so it does not speak for them. */
const strictTransport = "max-age=31536000";

/** Makes every answer carry what keeps browsers safe, whatever Next.js answers and however it ends. */
export function securityHeaders(policies: PagePolicies, siteUrl: string) {
  const isHttpsSite = siteUrl.startsWith("https:");

  return (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of always) response.setHeader(name, value);
    // Only a trusted proxy's word for it is still there (`keepTrustedHeaders`).
    if (isHttpsSite || request.headers["x-forwarded-proto"] === "https") {
      response.setHeader("Strict-Transport-Security", strictTransport);
    }

    const page = policies.pages.get(requestPath(request));
    onHead(response, (status) => {
      const isHtml = String(response.getHeader("Content-Type")).startsWith("text/html");
      // Not modified: says nothing of its type, and its policy replaces that of the page in the browser's cache.
      const policy = status < 400 ? page : isHtml && policies.errorPages;
      response.setHeader("Content-Security-Policy", policy || policyOfData);
    });
  };
}
