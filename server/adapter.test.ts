import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import adapter, { builtPagesFile, readBuiltPages } from "./adapter";
import { StartError } from "./terminal";
import { buildFolderWith } from "./testing/build-folder";

type Build = Parameters<NonNullable<typeof adapter.onBuildComplete>>[0];
type Prerender = Partial<Build["outputs"]["prerenders"][number]>;

const docs = "/docs/[[...slug]]";

/** A page's HTML, as Next.js describes it. */
const page = (pathname: string, route: string, change: Prerender = {}) => ({
  pathname,
  route,
  routeType: "page",
  response: "complete",
  compute: "static",
  fallback: { filePath: `cache/${pathname}.html`, initialRevalidate: false },
  parentFallbackMode: pathname === route ? undefined : false,
  ...change,
});

/** What the server is told of a site with a home page, two pages below one route, an API and pages for errors. */
function builtFrom(change: { home?: Prerender; docs?: Prerender; pages?: string[]; notFound?: string } = {}) {
  const build = buildFolderWith({});
  const routes = ["/", docs, "/_not-found", "/_global-error"];
  const prerenders = [
    page("/", "/", change.home),
    page("/docs", docs),
    page("/docs/[...all]", docs, change.docs),
    page("/_global-error", "/_global-error", {
      fallback: { filePath: "cache/_global-error.html", initialRevalidate: false, initialStatus: 500 },
    } as Prerender),
    // The client's data of a page, and an answer of the API.
    {
      pathname: "/index.rsc",
      route: "/",
      fallback: {
        filePath: "cache/index.rsc",
        initialRevalidate: false,
        initialHeaders: { "content-type": "text/x-component", "x-next-cache-tags": "index" },
      },
    },
    { pathname: "/late.rsc", route: "/", fallback: { filePath: "cache/late.rsc", initialRevalidate: 60 } },
    { pathname: "/none.rsc", route: "/" },
    page("/llms.txt", "/llms.txt", { routeType: "route" }),
  ];
  const inBuild = <Output extends Prerender>(output: Output) => ({
    ...output,
    fallback: output.fallback && { ...output.fallback, filePath: join(build, `${output.fallback.filePath}`) },
  });
  const outputs = {
    pages: (change.pages ?? []).map((pathname) => ({ pathname })),
    appPages: routes.flatMap((pathname) => [{ pathname }, { pathname: `${pathname}.rsc` }]),
    prerenders: prerenders.map((output) => inBuild(output as Prerender)),
    staticFiles: [
      { pathname: "/_next/static/a.js", filePath: join(build, "static/a.js") },
      { pathname: change.notFound ?? "/404", filePath: join(build, "server/404.html") },
    ],
  };
  adapter.onBuildComplete?.({ distDir: build, outputs } as unknown as Build);
  return { build, described: readBuiltPages(build) };
}

test("the server learns of each page and of each error page where its HTML is", () => {
  const { build, described } = builtFrom();
  expect(described).toMatchObject({
    pages: [
      { path: "/", html: "cache/.html" },
      { path: "/docs", html: "cache/docs.html" },
      { path: "/docs/[...all]", html: "cache/docs/[...all].html" },
    ],
    errorPages: ["server/404.html", "cache/_global-error.html"],
    madeAtRunTime: [],
  });
  expect(readFileSync(join(build, builtPagesFile), "utf8")).not.toContain(build);
});

test("it learns of all answers that stay as they are, with their headers, and of no other", () => {
  const { answers } = builtFrom().described;
  expect(answers.map(({ path, file }) => [path, file])).toEqual([
    ["/", "cache/.html"],
    ["/docs", "cache/docs.html"],
    ["/docs/[...all]", "cache/docs/[...all].html"],
    ["/index.rsc", "cache/index.rsc"],
    ["/llms.txt", "cache/llms.txt.html"],
  ]);
  expect(answers.find(({ path }) => path === "/index.rsc")?.headers).toEqual({
    "cache-control": "s-maxage=31536000",
    "content-type": "text/x-component",
  });
});

test.each<[string, Parameters<typeof builtFrom>[0], string]>([
  ["is rendered for each request", { home: { routeType: undefined } }, "/"],
  ["is finished for each request", { home: { response: "initial", compute: "resuming" } }, "/"],
  [
    "is built again from time to time",
    { docs: { fallback: { filePath: "x", initialRevalidate: 60, postponedState: undefined } } },
    docs,
  ],
  ["takes paths that were not built", { docs: { parentFallbackMode: null } }, docs],
  ["takes some paths that were not built", { docs: { parentFallbackMode: undefined } }, docs],
  ["has a shell that is filled for each request", { docs: { routeType: "fallback" } }, docs],
  ["is of the older router", { pages: ["/old"] }, "/old"],
  ["stands for what is not found, and has no HTML,", { notFound: "/other" }, "/_not-found"],
])("a page that %s is made while the server runs", (_, change, route) => {
  expect(builtFrom(change).described.madeAtRunTime).toEqual([route]);
});

test.each([
  ["is missing", {}],
  ["is no JSON", { [builtPagesFile]: "{" }],
  ["is of another form", { [builtPagesFile]: "{}" }],
])("a list of pages that %s stops the start with one line that says what to do", (_, files) => {
  const build = buildFolderWith(files);
  expect(() => readBuiltPages(build)).toThrow(
    new StartError(`${join(build, builtPagesFile)} cannot be read. Delete ${build} and start again.`),
  );
});
