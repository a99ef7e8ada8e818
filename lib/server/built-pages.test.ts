import { expect, test } from "vitest";
import { readPagePolicies } from "./built-pages";
import { policyOfPages } from "./content-security-policy";
import { buildWith } from "./fixture-build";

const page = (srcRoute: string, file: string) => ({
  routeType: "page",
  srcRoute,
  dataRoute: `/${file}.rsc`,
  initialRevalidateSeconds: false as number | false,
});

const docs = "/docs/[[...slug]]";

/** What `next build` leaves of a site with a home page, one docs page, an API and the pages for errors. */
function build(change: (manifest: ReturnType<typeof manifestOf>) => void = () => {}) {
  const manifest = manifestOf();
  change(manifest);
  return buildWith({
    "prerender-manifest.json": JSON.stringify(manifest),
    "app-path-routes-manifest.json": JSON.stringify({
      "/(site)/page": "/",
      "/(site)/docs/[[...slug]]/page": docs,
      "/_not-found/page": "/_not-found",
      "/api/search/route": "/api/search",
    }),
    "server/app/index.html": "<script>index</script>",
    "server/app/docs/[...all].html": "<script>docs/[...all]</script>",
    "server/app/_not-found.html": "<script>_not-found</script>",
    "server/pages/500.html": "<script>500</script>",
  });
}

const manifestOf = () => ({
  routes: {
    "/": page("/", "index"),
    "/docs/%5B...all%5D": page(docs, "docs/[...all]"),
    "/_not-found": page("/_not-found", "_not-found"),
  } as Record<string, ReturnType<typeof page>>,
  dynamicRoutes: { [docs]: { fallback: false as string | false | null } },
});

test("every page has the policy of its own HTML, under the path that a browser asks for, decoded", () => {
  expect([...readPagePolicies(build()).pages]).toEqual([
    ["/", policyOfPages("<script>index</script>")],
    ["/docs/[...all]", policyOfPages("<script>docs/[...all]</script>")],
  ]);
});

test("the pages for errors share one policy, because Next.js chooses among them", () => {
  expect(readPagePolicies(build()).errorPages).toBe(
    policyOfPages("<script>500</script>", "<script>_not-found</script>"),
  );
});

test.each([
  ["is rendered for each request", ({ routes }) => delete routes["/"], "/"],
  [
    "is built again from time to time",
    ({ routes }) => Object.assign(routes["/"] ?? {}, { initialRevalidateSeconds: 60 }),
    "/",
  ],
  [
    "takes paths that were not built",
    ({ dynamicRoutes }) => Object.assign(dynamicRoutes, { [docs]: { fallback: null } }),
    docs,
  ],
] as [string, (manifest: ReturnType<typeof manifestOf>) => void, string][])(
  "a page that %s is not served",
  (_, change, route) => {
    expect(() => readPagePolicies(build(change))).toThrow(`${route} is made while the server runs`);
  },
);
