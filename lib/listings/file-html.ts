import { highlightHast } from "fumadocs-core/highlight/shiki";
import { defaultShikiFactory } from "fumadocs-core/highlight/shiki/full";
import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { ShikiTransformer } from "shiki";
import { SKIP, visit } from "unist-util-visit";
import type { ExampleFile } from "../examples/files";
import { shikiOptions } from "./code-options";
import { linkImports } from "./link-imports";
import { type Region, readRegions } from "./regions";

/** How the element of a region is named: by its id on the file's own page, by `data-region` where other files may be. */
type RegionName = "id" | "dataRegion";

type FileToShow = Pick<ExampleFile, "file" | "language" | "text">;

/**
 * A whole file, highlighted: its lines, each region an element with its name, and its imports links to the files that they
 * import, as one string of HTML.
 */
export async function fileHtml({ file, language, text }: FileToShow, regionName: RegionName) {
  const { code, ...read } = readRegions(text);
  // Outer regions before the inner ones that begin on the same line.
  const regions = read.regions.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const lines = await highlightedLines(code, language, [linkImports(file)]);
  const html = asHtml(withRegions(lines, 0, regions, regionName));
  return { html, lines: lines.length, regions: regions.map(({ name }) => name) };
}

/** Code that is in no file, highlighted as a file is. */
export const codeHtml = async (code: string, language: string) =>
  asHtml(withBreaks(await highlightedLines(code, language)));

const asHtml = (children: ElementContent[]) =>
  toHtml({ type: "element", tagName: "code", properties: {}, children });

/** Shiki's elements of class `line`, without the line breaks between them. */
export async function highlightedLines(
  code: string,
  language: string,
  transformers: ShikiTransformer[] = [],
): Promise<Element[]> {
  const highlighter = await defaultShikiFactory.getOrInit();
  const root = await highlightHast(highlighter, code, {
    lang: language,
    ...shikiOptions,
    transformers: [...transformers, ...shikiOptions.transformers],
  });
  const lines: Element[] = [];
  visit(root, "element", (node) => {
    if (node.tagName !== "span") return;
    lines.push(node);
    return SKIP;
  });
  return lines;
}

/** The lines, each with its line break, those of a region wrapped. `first` is the number of the first line. */
function withRegions(
  lines: Element[],
  first: number,
  regions: Region[],
  regionName: RegionName,
): ElementContent[] {
  const [region, ...rest] = regions;
  if (!region) return withBreaks(lines);
  const [start, end] = [region.start - first, region.end - first];
  const inner = rest.filter((other) => other.start < region.end);
  const after = rest.filter((other) => other.start >= region.end);
  const wrapper: Element = {
    type: "element",
    tagName: "span",
    properties: { [regionName]: region.name, className: ["region"] },
    children: withRegions(lines.slice(start, end), region.start, inner, regionName),
  };
  return [
    ...withBreaks(lines.slice(0, start)),
    wrapper,
    ...withRegions(lines.slice(end), region.end, after, regionName),
  ];
}

const withBreaks = (lines: Element[]) => lines.flatMap((line): ElementContent[] => [line, lineBreak]);

const lineBreak: ElementContent = { type: "text", value: "\n" };
