import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { policyOfData, policyOfPages } from "./content-security-policy";

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
