import { expect, inject, test } from "vitest";
import { verifierCommand } from "~/lib/checks/verifier-command";
import { source } from "~/lib/source";

const { site } = inject("addresses");

const pages = source.getPages().map(({ url }) => url);
const get = (path: string, accept: string) => fetch(site + path, { headers: { Accept: accept } });
const typeOf = (response: Response) => response.headers.get("content-type");
const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

test.each([
  ["a browser", browser, "text/html; charset=utf-8"],
  ["a reader that takes anything", "*/*", "text/html; charset=utf-8"],
  [
    "a reader that takes Markdown too, but prefers HTML",
    "text/html, text/markdown;q=0.5",
    "text/html; charset=utf-8",
  ],
  ["a reader that asks for Markdown", "text/markdown", "text/markdown; charset=utf-8"],
  [
    "a reader that prefers Markdown",
    "text/markdown, text/html;q=0.7, */*;q=0.1",
    "text/markdown; charset=utf-8",
  ],
])("%s gets what it asked for, and caches are told to keep both", async (_, accept, type) => {
  const response = await get("/docs", accept);
  expect(response.status).toBe(200);
  expect(typeOf(response)).toBe(type);
  expect(response.headers.get("vary")?.split(/,\s*/)).toContain("Accept");
});

test("a page's address with .md is its Markdown, whatever is accepted", async () => {
  const response = await get("/docs.md", browser);
  expect(typeOf(response)).toBe("text/markdown; charset=utf-8");
  expect(await response.text()).toBe(await (await get("/docs", "text/markdown")).text());
});

test.each([
  ["/docs/no-such-page.md", browser],
  ["/docs/no-such-page", "text/markdown"],
])("what is not there is not there as Markdown either: %s says so in Markdown", async (path, accept) => {
  const response = await get(path, accept);
  expect(response.status).toBe(404);
  expect(typeOf(response)).toBe("text/markdown; charset=utf-8");
  expect(await response.text()).toContain("/llms.txt");
});

test("llms.txt names every page of the guide, and each is there, as Markdown with the same title", async () => {
  const index = await (await get("/llms.txt", "*/*")).text();
  const links = [...index.matchAll(/^\s*- \[(.+)\]\((\S+)\)/gm)];
  expect(links.map(([, , address = ""]) => address.replace(/\.md$/, "")).toSorted()).toEqual(
    pages.toSorted(),
  );
  for (const [, title, address = ""] of links) {
    const response = await get(address, "*/*");
    expect(typeOf(response), address).toBe("text/markdown; charset=utf-8");
    expect(await response.text()).toMatch(`# ${title}\n`);
  }
});

test.each(["/llms.txt", "/llms-full.txt"])("%s has the command that verifies an app", async (path) => {
  const text = await (await get(path, "*/*")).text();
  expect(text).toContain(`\nVerify an app that runs: \`${verifierCommand(site)}\`\n`);
});

test("llms-full.txt holds the text of every page", async () => {
  const whole = await (await get("/llms-full.txt", "*/*")).text();
  for (const page of pages) expect(whole, page).toContain(await (await get(`${page}.md`, "*/*")).text());
});
