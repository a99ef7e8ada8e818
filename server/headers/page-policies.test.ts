import { expect, test } from "vitest";
import { type BuiltPages, builtPagesFile } from "../built-pages";
import { buildFolderWith } from "../testing/build-folder";
import { policyOfPages } from "./content-security-policy";
import { readPagePolicies } from "./page-policies";

const build = (change: Partial<BuiltPages> = {}) =>
  buildFolderWith({
    [builtPagesFile]: JSON.stringify({
      pages: [
        { path: "/", html: "index.html" },
        { path: "/docs/%5B...all%5D", html: "docs/[...all].html" },
      ],
      errorPages: ["404.html", "500.html"],
      madeAtRunTime: [],
      ...change,
    }),
    "index.html": "<script>index</script>",
    "docs/[...all].html": "<script>docs/[...all]</script>",
    "404.html": "<script>404</script>",
    "500.html": "<script>500</script>",
  });

test("every page has the policy of its own HTML, under the path that a browser asks for, decoded", () => {
  expect([...readPagePolicies(build()).pages]).toEqual([
    ["/", policyOfPages("<script>index</script>")],
    ["/docs/[...all]", policyOfPages("<script>docs/[...all]</script>")],
  ]);
});

test("the pages for errors share one policy, because Next.js chooses among them", () => {
  expect(readPagePolicies(build()).errorPages).toBe(
    policyOfPages("<script>404</script>", "<script>500</script>"),
  );
});

test("a build with a page that is made while the server runs is not served", () => {
  expect(() => readPagePolicies(build({ madeAtRunTime: ["/"] }))).toThrow("/ is made while the server runs");
});

test("a build of which the server knows nothing is not served", () => {
  expect(() => readPagePolicies(buildFolderWith({}))).toThrow(builtPagesFile);
  expect(() => readPagePolicies(buildFolderWith({ [builtPagesFile]: "{}" }))).toThrow("errorPages");
});
