import type { ShikiTransformer } from "shiki";
import { createCssVariablesTheme } from "shiki";
import { visit } from "unist-util-visit";

/** One theme for light and dark: its colours are CSS variables, set in `components/docs/listing.css`. */
export const listingTheme = createCssVariablesTheme({ name: "guide", variablePrefix: "--code-" });

const COLOUR = /^color:var\(--code-(?:token-)?([\w-]+)\)$/;

/** Tokens wear a class instead of a style, and plain text has no element: a listing's HTML shrinks by more than half. */
export const tokenClasses: ShikiTransformer = {
  name: "token-classes",
  span(node) {
    const name = COLOUR.exec(String(node.properties.style ?? ""))?.[1];
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
