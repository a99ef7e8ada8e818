import { source } from "~/lib/source";
import { commandBlocks } from "./commands";
import { pageMarkdown } from "./page-markdown";

/** The part of Set up that is a way of its own. */
const wholeApp = "The whole app in one command";

/** What a reader of a step's page types, with npm, in the order of the page. */
export async function stepCommands(slug: string): Promise<string[]> {
  return (await blocksOf(slug)).filter(({ heading }) => heading !== wholeApp).map(({ code }) => code);
}

/** What brings the whole app. */
export async function wholeAppCommands(): Promise<string[]> {
  return (await blocksOf("setup")).filter(({ heading }) => heading === wholeApp).map(({ code }) => code);
}

async function blocksOf(slug: string) {
  const page = source.getPage([slug]);
  if (!page) throw new Error(`There is no page ${slug}.`);
  const blocks = commandBlocks(await pageMarkdown(page), "npm");
  if (blocks.length === 0) throw new Error(`The page ${slug} has no command.`);
  return blocks;
}
