import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type BuiltPages, builtPagesFile } from "../adapter";
import { buildFolderWith } from "../testing/build-folder";
import { policyOfData, policyOfPages, readPagePolicies } from "./content-security-policy";

const hashOf = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
const scriptsOf = (policy: string) => /script-src ([^;]*)/.exec(policy)?.[1]?.split(" ");

test("a page's inline scripts are named by their hashes, and nothing else is", () => {
  const html = `<script async src="/a.js"></script><script id="b">one()</script>
    <SCRIPT>two("</p>")\n</SCRIPT><script type="module" src="/c.js">ignored</script>`;
  expect(scriptsOf(policyOfPages(html))).toEqual(["'self'", hashOf("one()"), hashOf('two("</p>")\n')]);
});

test("a script that several pages share is named once", () => {
  const page = "<script>shared()</script>";
  expect(scriptsOf(policyOfPages(page, page))).toEqual(["'self'", hashOf("shared()")]);
});

test("no script runs because it is inline or made of text", () => {
  expect(scriptsOf(policyOfPages("<p>No script</p>"))).toEqual(["'self'"]);
  expect(policyOfPages("")).not.toContain("unsafe-eval");
});

test("what is no page may do nothing, and stand in no frame", () => {
  expect(policyOfData).toContain("default-src 'none'");
  expect(policyOfData).toContain("frame-ancestors 'none'");
});

const build = (change: Partial<BuiltPages> = {}) =>
  buildFolderWith({
    [builtPagesFile]: JSON.stringify({
      pages: [
        { path: "/", html: "index.html" },
        { path: "/docs/%5B...all%5D", html: "docs/[...all].html" },
      ],
      errorPages: ["404.html", "500.html"],
      answers: [],
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
  expect(() => readPagePolicies(buildFolderWith({ [builtPagesFile]: "{}" }))).toThrow(
    expect.objectContaining({
      message: expect.stringContaining(builtPagesFile),
      cause: expect.objectContaining({ message: expect.stringContaining("errorPages") }),
    }),
  );
});
