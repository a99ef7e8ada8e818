import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { visit } from "unist-util-visit";

/**
 * Hands a listing its highlighted code as one string. A page carries its elements twice, as HTML and as React's
 * payload, and React walks each of them on load: hundreds of tokens that never change need neither.
 */
export function rehypeListingHtml() {
  return (tree: Root) => {
    visit(tree, "element", (node) => {
      if (node.tagName !== "pre") return;
      node.properties = {
        html: toHtml(node.children),
        title: node.properties.title,
        href: node.properties.href,
        allowCopy: node.properties.allowCopy,
      };
      node.children = [];
    });
  };
}
