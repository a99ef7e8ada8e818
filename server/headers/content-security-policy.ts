import { createHash } from "node:crypto";

/** For what is no page: nothing may be loaded, run or framed, should a browser take the answer for a document. */
export const policyOfData = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The policy of pages: what comes from this site, and of inline scripts those that stand in `html`, by their hashes.
 * Nothing here allows a script because of where it stands, so one that gets into a page does not run.
 */
export function policyOfPages(...html: string[]): string {
  const scripts = ["'self'", ...new Set(html.flatMap(inlineScriptHashes))];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(" ")}`,
    // Listings carry their colours in style attributes, and libraries add style elements. Neither can run code.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}

const scriptElement = /<script\b([^>]*)>(.*?)<\/script>/gis;

function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(scriptElement)]
    .filter(([, attributes = ""]) => !/\ssrc=/i.test(attributes))
    .map(([, , code = ""]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
}
