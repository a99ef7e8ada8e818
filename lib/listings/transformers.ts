import { createCssVariablesTheme, type ShikiTransformer } from "shiki";
import { visit } from "unist-util-visit";

/** One theme for light and dark. Its colours are classes, which `components/docs/code.css` gives the site's tokens. */
export const listingTheme = createCssVariablesTheme({ name: "guide", variablePrefix: "--code-" });

const colour = /^color:var\(--code-(?:token-)?([\w-]+)\)$/;

/** Gives tokens a class instead of a style, and plain text no element: a listing's HTML shrinks by more than half. */
export const tokenClasses: ShikiTransformer = {
  name: "token-classes",
  span(node) {
    const name = colour.exec(String(node.properties.style ?? ""))?.[1];
    if (!name) return;
    delete node.properties.style;
    if (name !== "foreground") this.addClassToHast(node, `t-${name}`);
  },
  // Only now, because decorations and the notations of fences look for elements before.
  root(root) {
    visit(root, "element", (node, index, parent) => {
      if (node.tagName !== "span" || !parent || index === undefined) return;
      if (Object.keys(node.properties).length > 0) return;
      parent.children.splice(index, 1, ...node.children);
      return index;
    });
  },
  pre(node) {
    delete node.properties.style;
  },
};

/** Every way in which the example names the signed-in user's id. */
const userId = /\b(?:session\??\.user\??\.id|user\??\.id|userId|user_id)\b/g;

/** Whether a piece of inline code is the user's id and nothing else. */
export const isUserId = (code: string) => new RegExp(`^(?:${userId.source})$`).test(code);

/** Marks the user's id in listings, so that it can be followed from the cookie to the `where`. */
export const markUserId: ShikiTransformer = {
  name: "mark-user-id",
  preprocess(code, options) {
    const marks = Array.from(code.matchAll(userId), ({ index, 0: text }) => ({
      start: index,
      end: index + text.length,
      properties: { class: "user-id" },
      alwaysWrap: true,
    }));
    options.decorations = [...(options.decorations ?? []), ...marks];
  },
};

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
