import { docs } from "collections/server";
import { asMarkdown } from "fumadocs-core/server";
import { loader } from "fumadocs-core/source";
import { llms } from "fumadocs-core/source/llms";
import { verifierCommand } from "~/lib/checks/verifier-command";
import { findDemo } from "~/lib/demo/demos";
import { siteDescription, siteName, sitePlaceholder, siteUrl, withSiteUrl } from "~/lib/site";
import type { source } from "~/lib/source";
import { markdownRenderers } from "./markdown-renderers";
import { linkToTexts } from "./text-links";

type Page = ReturnType<typeof source.getPages>[number];

/** A page of the guide as Markdown, its listings included. */
export async function pageMarkdown(page: Page): Promise<string> {
  const components = { ...markdownRenderers, Demo: demoOn(page.url.replace(/\.md$/, "")) };
  const body = await page.data.getText("processed", { components });
  const text = `# ${page.data.title}\n\n${page.data.description ?? ""}\n\n${body}\n`;
  return withSiteUrl(linkToTexts(text));
}

/** A demo runs on its page alone. In text it is a sentence: what it shows, and where. */
const demoOn =
  (url: string) =>
  ({ name }: { name: string }) =>
    asMarkdown() ? `Live demo: ${findDemo(name).title}. It runs at ${sitePlaceholder}${url}.\n\n` : null;

/** The same pages, each at the address of its Markdown. */
export const markdownSource = loader({
  baseUrl: "/docs",
  source: docs.toFumadocsSource(),
  url: (slugs) => `${["/docs", ...slugs].join("/")}.md`,
});

export const guide = llms(markdownSource, {
  renderPage: async (page) => `<!-- ${page.url} -->\n\n${await pageMarkdown(page)}`,
});

/** What the guide is, and the command that a reader of one text alone would miss. */
export const intro = `# ${siteName}\n\n> ${siteDescription}\n\nVerify an app that runs: \`${verifierCommand(siteUrl)}\`\n`;

/** The list of pages, with the addresses of their Markdown. */
export async function pageList(): Promise<string> {
  const entries = await Promise.all(
    markdownSource.getPageTree().children.map((node) => guide.indexNode(node)),
  );
  return withSiteUrl(linkToTexts(entries.join("\n")));
}

/** All pages in one text (llms-full.txt). */
export const llmsFull = async () => `${intro}\n${await guide.full()}`;
