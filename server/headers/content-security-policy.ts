import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBuiltPages } from "../adapter.ts";
import { StartError } from "../terminal.ts";
import { decodePathname } from "./pathname.ts";

/** For data: nothing may be loaded, run or framed, should a browser take the answer for a document. */
export const policyOfData = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The policy of pages: it allows this site's own files, and the inline scripts that stand in `html`, by their hashes.
 * It allows no script because of where it stands, so a script that gets into a page does not run.
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

export type PagePolicies = ReturnType<typeof readPagePolicies>;

/**
 * Makes the policies of a build's pages, once. A page that is made while the server runs would have scripts without
 * hashes, which browsers refuse to run. Such a page is an error at the start already.
 */
export function readPagePolicies(build: string) {
  const { pages, errorPages, madeAtRunTime } = readBuiltPages(build);
  if (madeAtRunTime.length > 0) {
    throw new StartError(
      `The site cannot be served safely: ${madeAtRunTime.join(", ")} is made while the server runs, and its inline ` +
        "scripts would be refused. Make it static: `generateStaticParams`, `dynamicParams = false`, no `revalidate`.",
    );
  }

  const read = (file: string) => readFileSync(join(build, file), "utf8");
  return {
    /** By path, decoded. */
    pages: new Map(pages.map(({ path, html }) => [decodePathname(path), policyOfPages(read(html))])),
    /** One policy for all, because Next.js chooses among them. */
    errorPages: policyOfPages(...errorPages.map(read)),
  };
}
