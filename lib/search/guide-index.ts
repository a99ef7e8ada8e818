import { markdownRenderers } from "~/lib/guide/markdown-renderers";
import { source } from "~/lib/source";
import { createGuideSearch, type GuideSearch } from "./guide-search";
import { splitSections } from "./split-sections";

let built: Promise<GuideSearch> | undefined;

/** The search over the guide's own pages, built at the first question. */
export function guideIndex(): Promise<GuideSearch> {
  built ??= build().catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

async function build(): Promise<GuideSearch> {
  const pages = await Promise.all(
    source.getPages().map(async (page) => ({
      title: page.data.title,
      description: page.data.description,
      url: page.url,
      markdown: await page.data.getText("processed", { components: markdownRenderers }),
    })),
  );
  return createGuideSearch(pages.flatMap(splitSections));
}
