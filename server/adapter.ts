import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { NextAdapter } from "next";
import { type BuiltPages, builtPagesFile } from "./built-pages.ts";

type Outputs = Parameters<NonNullable<NextAdapter["onBuildComplete"]>>[0]["outputs"];

/** Next.js calls this at the end of `next build`, with a list of all that it built. */
const adapter: NextAdapter = {
  name: "own-server",
  onBuildComplete({ distDir, outputs }) {
    writeFileSync(join(distDir, builtPagesFile), JSON.stringify(describePages(outputs, distDir), null, 2));
  },
};

export default adapter;

/** What the server must know of a build (`built-pages.ts`). */
export function describePages(
  { pages, appPages, prerenders, staticFiles }: Outputs,
  build: string,
): BuiltPages {
  // Beside its HTML, each page has data for the client's router. Only the HTML is classified.
  const prerendered = prerenders.filter(({ routeType }) => routeType !== undefined && routeType !== "route");
  const fixed = prerendered.filter(isFixed);
  // The files that stand in for pages: those for errors, which Next.js chooses among by itself.
  const errorDocuments = staticFiles.filter(({ filePath }) => filePath.endsWith(".html"));
  const isOwn = ({ pathname }: { pathname: string }) => !pathname.startsWith("/_");

  const htmlOf = (output: (typeof fixed)[number]) => relative(build, output.fallback?.filePath ?? "");
  const routes = appPages.map(({ pathname }) => pathname).filter((pathname) => !pathname.endsWith(".rsc"));
  const isBuilt = (route: string) => {
    // Next.js has put the page for what is not found among the files already.
    if (route === "/_not-found" && errorDocuments.some(({ pathname }) => pathname === "/404")) return true;
    const ofRoute = prerendered.filter((output) => output.route === route);
    return ofRoute.length > 0 && ofRoute.every(isFixed);
  };

  return {
    pages: fixed.filter(isOwn).map((page) => ({ path: page.pathname, html: htmlOf(page) })),
    errorPages: [
      ...errorDocuments.map(({ filePath }) => relative(build, filePath)),
      ...fixed.filter((page) => !isOwn(page)).map(htmlOf),
    ],
    madeAtRunTime: [...pages.map(({ pathname }) => pathname), ...routes.filter((route) => !isBuilt(route))],
  };
}

/** Whether the HTML stays as the build made it, and no other path leads to its route. */
function isFixed({ routeType, response, compute, fallback, pathname, route, parentFallbackMode }: Prerender) {
  const isWhole = routeType === "page" && response === "complete" && compute === "static";
  const takesOtherPaths = pathname !== route && parentFallbackMode !== false;
  return (
    isWhole && fallback?.filePath !== undefined && fallback.initialRevalidate === false && !takesOtherPaths
  );
}

type Prerender = Outputs["prerenders"][number];
