import type { ShikiTransformer } from "shiki";

/** Highlights the lines that a fence's meta names: `{1,3-5}`. */
export const highlightLines: ShikiTransformer = {
  name: "highlight-lines",
  line(node, line) {
    const lines = /\{([\d,\s-]+)\}/.exec(String(this.options.meta?.__raw ?? ""))?.[1];
    if (lines && inRanges(lines, line)) this.addClassToHast(node, "highlighted");
  },
};

function inRanges(ranges: string, line: number): boolean {
  return ranges.split(",").some((range) => {
    const [from = Number.NaN, to = from] = range.split("-").map(Number);
    return from <= line && line <= to;
  });
}
