import type { ShikiTransformer } from "shiki";
import { createCssVariablesTheme } from "shiki";

/** One theme for light and dark: its colours are CSS variables, set in `app/(site)/code.css`. */
export const listingTheme = createCssVariablesTheme({ name: "guide", variablePrefix: "--code-" });

const COLOUR = /^color:var\(--code-(?:token-)?([\w-]+)\)$/;

/** Tokens wear a class instead of a style: a listing's HTML shrinks by half, and plain text needs no element. */
export const tokenClasses: ShikiTransformer = {
  name: "token-classes",
  span(node) {
    const name = COLOUR.exec(String(node.properties.style ?? ""))?.[1];
    if (!name) return;
    delete node.properties.style;
    if (name !== "foreground") this.addClassToHast(node, `t-${name}`);
  },
  pre(node) {
    delete node.properties.style;
  },
};
