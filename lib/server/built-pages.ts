import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { policyOfPages } from "./content-security-policy.ts";

/** The Content-Security-Policy of everything that Next.js answers with HTML. */
export interface PagePolicies {
  /** By path, decoded. */
  pages: Map<string, string>;
  /** Of whatever Next.js shows instead of a page. */
  errorPages: string;
}

const routesByEntry = z.record(z.string(), z.string());

const prerendered = z.object({
  routes: z.record(
    z.string(),
    z.object({
      routeType: z.enum(["page", "route"]),
      srcRoute: z.string().nullable(),
      dataRoute: z.string().nullable(),
      initialRevalidateSeconds: z.union([z.number(), z.literal(false)]),
    }),
  ),
  dynamicRoutes: z.record(
    z.string(),
    z.object({ fallback: z.union([z.string(), z.literal(false), z.null()]) }),
  ),
});

/**
 * Reads the pages of a build, once. A page that is made while the server runs would have scripts that nobody has
 * hashed, and browsers would not run them: it is an error here, so that nobody has to find it there.
 */
export function readPagePolicies(build: string): PagePolicies {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(build, file), "utf8"));
  const html = (file: string) => readFileSync(join(build, "server", file), "utf8");
  const { routes, dynamicRoutes } = prerendered.parse(json("prerender-manifest.json"));
  const pages = Object.entries(routes).filter(([, { routeType }]) => routeType === "page");

  for (const [entry, route] of Object.entries(routesByEntry.parse(json("app-path-routes-manifest.json")))) {
    if (!entry.endsWith("/page")) continue;
    const built = pages.filter(([, { srcRoute }]) => srcRoute === route);
    const isFixed = built.every(([, { initialRevalidateSeconds }]) => initialRevalidateSeconds === false);
    const { fallback } = dynamicRoutes[route] ?? { fallback: false };
    if (built.length === 0 || !isFixed || fallback !== false) {
      throw new Error(
        `${route} is made while the server runs, and its inline scripts would be refused. ` +
          "Make it static: `generateStaticParams`, `dynamicParams = false`, no `revalidate`.",
      );
    }
  }

  const policies = new Map<string, string>();
  const errorPages = globSync("pages/**/*.html", { cwd: join(build, "server") }).map(html);
  for (const [path, { dataRoute }] of pages) {
    const text = html(join("app", `${dataRoute}`.replace(/\.rsc$/, ".html")));
    if (path.startsWith("/_")) errorPages.push(text);
    else policies.set(decodeURIComponent(path), policyOfPages(text));
  }
  return { pages: policies, errorPages: policyOfPages(...errorPages) };
}
