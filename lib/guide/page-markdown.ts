import { llms } from "fumadocs-core/source/llms";
import { source } from "~/lib/source";
import { markdownForms } from "./markdown-forms";

type Page = ReturnType<typeof source.getPages>[number];

/** A page of the guide as Markdown, its listings included. */
export async function pageMarkdown(page: Page): Promise<string> {
  const body = await page.data.getText("processed", { components: markdownForms });
  return `# ${page.data.title}\n\n${page.data.description ?? ""}\n\n${body}\n`;
}

/** What the guide tells machines: its index, and all of it. */
export const guideForMachines = llms(source, {
  renderPage: async (page) => `<!-- ${page.url} -->\n\n${await pageMarkdown(page)}`,
});
