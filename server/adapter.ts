import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { NextAdapter } from "next";
import { z } from "zod";
import { decodePathname } from "./headers/pathname.ts";
import { StartError } from "./terminal.ts";

/** The file in a build's folder that says what the server must know of the build. */
export const builtPagesFile = "built-pages.json";

const builtAnswer = z.object({
  /** The path that it answers, decoded. For a page's data it is the name that Next.js gives it: `/docs.rsc`. */
  path: z.string(),
  file: z.string(),
  headers: z.record(z.string(), z.string()),
});

export type BuiltAnswer = z.infer<typeof builtAnswer>;

const builtPages = z.object({
  /** Each page's path, as it is in an address, and the file of its HTML. Files are named from the build's folder. */
  pages: z.array(z.object({ path: z.string(), html: z.string() })),
  /** The HTML files that Next.js shows instead of a page. */
  errorPages: z.array(z.string()),
  /** All answers that stay as the build made them: pages, their data, and other files. */
  answers: z.array(builtAnswer),
  /** The routes of pages that Next.js makes, or makes again, while the server runs. */
  madeAtRunTime: z.array(z.string()),
});

export type BuiltPages = z.infer<typeof builtPages>;

export function readBuiltPages(build: string): BuiltPages {
  try {
    return builtPages.parse(JSON.parse(readFileSync(join(build, builtPagesFile), "utf8")));
  } catch (cause) {
    const file = join(build, builtPagesFile);
    throw new StartError(`${file} cannot be read. Delete ${build} and start again.`, { cause });
  }
}

/** Next.js calls this at the end of `next build`, with a list of all that it built. */
const adapter: NextAdapter = {
  name: "own-server",
  onBuildComplete({ distDir, outputs }) {
    writeFileSync(join(distDir, builtPagesFile), JSON.stringify(describePages(outputs, distDir), null, 2));
  },
};

export default adapter;

type Outputs = Parameters<NonNullable<NextAdapter["onBuildComplete"]>>[0]["outputs"];
type Prerender = Outputs["prerenders"][number];

function describePages({ pages, appPages, prerenders, staticFiles }: Outputs, build: string): BuiltPages {
  // Beside its HTML, each page has data for the client's router. Only the HTML is classified.
  const prerendered = prerenders.filter(({ routeType }) => routeType !== undefined && routeType !== "route");
  const fixed = prerendered.filter(isFixed);
  // Next.js chooses among these by itself when there is an error.
  const errorDocuments = staticFiles.filter(({ filePath }) => filePath.endsWith(".html"));
  const isOwn = ({ pathname }: Prerender) => !pathname.startsWith("/_");

  const htmlOf = ({ fallback }: Prerender) => relative(build, fallback?.filePath ?? "");
  const routes = appPages.map(({ pathname }) => pathname).filter((pathname) => !pathname.endsWith(".rsc"));
  const isBuilt = (route: string) => {
    // Next.js has put the page for missing paths among the files already.
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
    answers: prerenders.flatMap((output) => describeAnswer(output, build) ?? []),
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

/** How an answer is sent that stays as the build made it. Undefined for those that Next.js must send itself. */
function describeAnswer({ pathname, fallback }: Prerender, build: string): BuiltAnswer | undefined {
  const { filePath, initialStatus = 200, initialRevalidate, initialHeaders = {} } = fallback ?? {};
  if (!filePath || initialStatus !== 200 || initialRevalidate !== false) return undefined;
  const headers = Object.entries(initialHeaders)
    // They tell Next.js' own cache what to forget.
    .filter(([name]) => name !== "x-next-cache-tags")
    .map(([name, value]) => [name, [value].flat().join(", ")]);
  return {
    path: decodePathname(pathname),
    file: relative(build, filePath),
    // What Next.js says of such an answer: a shared cache may keep it until the next build.
    headers: { "cache-control": "s-maxage=31536000", ...Object.fromEntries(headers) },
  };
}
