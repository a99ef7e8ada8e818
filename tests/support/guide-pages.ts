/** The paths of the guide's pages, as the site itself lists them for machines. */
export async function guidePages(site: string): Promise<string[]> {
  const index = await (await fetch(`${site}/llms.txt`)).text();
  const pages = Array.from(
    index.matchAll(/\]\((\S+?\/docs\S*)\.md\)/g),
    ([, page = ""]) => new URL(page).pathname,
  );
  if (pages.length === 0) throw new Error("llms.txt names no pages.");
  return pages;
}
