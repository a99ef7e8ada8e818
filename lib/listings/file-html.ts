import { highlightHast } from "fumadocs-core/highlight/shiki";
import { defaultShikiFactory } from "fumadocs-core/highlight/shiki/full";
import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { SKIP, visit } from "unist-util-visit";
import { shikiOptions } from "./code-options";
import { type Region, readRegions } from "./regions";

/** A whole file, highlighted: its lines, each region an element that its name anchors, as one string of HTML. */
export async function fileHtml(text: string, language: string) {
  const { code, ...read } = readRegions(text);
  // Outer regions before the inner ones that begin on the same line.
  const regions = read.regions.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const lines = await highlightedLines(code, language);
  const html = toHtml({
    type: "element",
    tagName: "code",
    properties: {},
    children: withRegions(lines, 0, regions),
  });
  return { html, lines: lines.length, regions: regions.map(({ name }) => name) };
}

/** Shiki's elements of class `line`, without the line breaks between them. */
export async function highlightedLines(code: string, language: string): Promise<Element[]> {
  const highlighter = await defaultShikiFactory.getOrInit();
  const root = await highlightHast(highlighter, code, { lang: language, ...shikiOptions });
  const lines: Element[] = [];
  visit(root, "element", (node) => {
    if (node.tagName !== "span") return;
    lines.push(node);
    return SKIP;
  });
  return lines;
}

/** The lines, each with its line break, those of a region wrapped. `first` is the number of the first line. */
function withRegions(lines: Element[], first: number, regions: Region[]): ElementContent[] {
  const [region, ...rest] = regions;
  if (!region) return lines.flatMap((line) => [line, lineBreak]);
  const [start, end] = [region.start - first, region.end - first];
  const inner = rest.filter((other) => other.start < region.end);
  const after = rest.filter((other) => other.start >= region.end);
  const wrapper: Element = {
    type: "element",
    tagName: "span",
    properties: { id: region.name, className: ["region"] },
    children: withRegions(lines.slice(start, end), region.start, inner),
  };
  return [
    ...withRegions(lines.slice(0, start), first, []),
    wrapper,
    ...withRegions(lines.slice(end), region.end, after),
  ];
}

const lineBreak: ElementContent = { type: "text", value: "\n" };
