/** The addresses of the guide's pages, as the site itself lists them for machines. */
export async function guidePages(site: string): Promise<string[]> {
  const index = await (await fetch(`${site}/llms.txt`)).text();
  const pages = [...index.matchAll(/\]\((\S+)\.md\)/g)].map(([, path = ""]) => path);
  if (pages.length === 0) throw new Error("llms.txt names no pages.");
  return pages;
}
