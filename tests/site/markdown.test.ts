import { expect, inject, test } from "vitest";
import { verifierCommand } from "~/lib/checks/verifier-command";
import { exampleFiles } from "~/lib/examples/files";
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
  const [, list = ""] = index.split(/^## (?:Pages|For coding agents)$/m);
  const links = [...list.matchAll(/^\s*- \[(.+)\]\((\S+)\)/gm)];
  expect(links.map(([, , address = ""]) => address.replace(/\.md$/, "")).toSorted()).toEqual(
    pages.map((page) => site + page).toSorted(),
  );
  for (const [, title, address = ""] of links) {
    const response = await fetch(address);
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

test("llms.txt names every file of the examples, and all that it names is there", async () => {
  const index = await (await get("/llms.txt", "*/*")).text();
  const addresses = Array.from(index.matchAll(/\]\((\S+)\)/g), ([, address = ""]) => address);
  expect(addresses.filter((address) => address.includes("/raw/"))).toHaveLength(exampleFiles().length);
  for (const address of addresses.filter((address) => !address.endsWith("/mcp")))
    expect((await fetch(address)).status, address).toBe(200);
});

test.each(pages)(
  "in the Markdown of %s every link is absolute and leads to text that is there",
  async (page) => {
    const markdown = await (await get(`${page}.md`, "*/*")).text();
    const text = markdown.replaceAll(/^```[\s\S]*?^```$/gm, "");
    const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, link = ""]) => link);
    for (const link of links.filter((link) => !link.startsWith("#"))) {
      expect(link).toMatch(/^https?:\/\//);
      if (!link.startsWith(site)) continue;
      const response = await fetch(link);
      expect(response.status, link).toBe(200);
      if (link.startsWith(`${site}/docs`))
        expect(typeOf(response), link).toBe("text/markdown; charset=utf-8");
    }
  },
);

test("a demo is a sentence in Markdown: what it shows, and where", async () => {
  const markdown = await (await get("/docs/mount-the-handlers.md", "*/*")).text();
  expect(markdown).toContain(
    `Live demo: Sign up, sign in, sign out. It runs at ${site}/docs/mount-the-handlers.`,
  );
});
