import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBuiltPages } from "../built-pages.ts";
import { policyOfPages } from "./content-security-policy.ts";
import { decodePath } from "./request-path.ts";

/** The Content-Security-Policy of everything that Next.js answers with HTML. */
export interface PagePolicies {
  /** By path, decoded. */
  pages: Map<string, string>;
  /** Of whatever Next.js shows instead of a page. */
  errorPages: string;
}

/**
 * Makes the policies of a build's pages, once. A page that is made while the server runs would have scripts that nobody
 * has hashed, and browsers would not run them: it is an error here, so that nobody has to find it there.
 */
export function readPagePolicies(build: string): PagePolicies {
  const { pages, errorPages, madeAtRunTime } = readBuiltPages(build);
  if (madeAtRunTime.length > 0) {
    throw new Error(
      `${madeAtRunTime.join(", ")} is made while the server runs, and its inline scripts would be refused. ` +
        "Make it static: `generateStaticParams`, `dynamicParams = false`, no `revalidate`.",
    );
  }

  const read = (file: string) => readFileSync(join(build, file), "utf8");
  return {
    pages: new Map(pages.map(({ path, html }) => [decodePath(path), policyOfPages(read(html))])),
    errorPages: policyOfPages(...errorPages.map(read)),
  };
}
