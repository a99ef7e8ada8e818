import { readExampleFile } from "~/lib/examples/files";
import { rawUrl } from "~/lib/listings/file-url";
import { sitePlaceholder } from "~/lib/site";

/**
 * Leads the links of a Markdown text to where a program reads on: absolute, to a page's Markdown, and to a file's text. Code
 * stays as it is.
 */
export const linkToTexts = (markdown: string) =>
  markdown.replace(/(^```[\s\S]*?^```$|`[^`\n]+`)|\]\((\/[^)\s]*)\)/gm, (found, code, path) =>
    code ? found : `](${sitePlaceholder}${textUrl(path)})`,
  );

function textUrl(path: string) {
  const [, name = "", hash = ""] = /^([^#]*)(#.*)?$/.exec(path) ?? [];
  if (/^\/docs(?:\/[\w-]+)*$/.test(name)) return `${name}.md${hash}`;
  const file = decodeURIComponent(name.slice(1));
  return readExampleFile(file) ? rawUrl(file) : path;
}
