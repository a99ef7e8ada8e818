import { includesIn } from "~/lib/listings/include";
import { source } from "~/lib/source";

/** The pages of the guide that show a file, or a part of it. */
export async function pagesAbout(file: string) {
  const pages = source.getPages();
  const sources = await Promise.all(pages.map((page) => page.data.getText("raw")));
  return pages.filter((_, index) =>
    includesIn(sources[index] ?? "").some((include) => include.file === file),
  );
}
