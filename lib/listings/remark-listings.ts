import type { Code, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { exampleOf } from "../examples/files";
import { fileUrl } from "./file-url";
import { parseInclude } from "./include";
import { readRegions } from "./regions";

/**
 * Finishes fumadocs-mdx's `<include>`: takes out region markers, which a whole-file include keeps, titles a listing with
 * its path in the example, and gives it the address of the whole file in the site's viewer.
 */
export function remarkListings() {
  return (tree: Root) => {
    visit(tree, "code", (node) => {
      const include = includeBehind(node);
      if (!include) return;
      node.value = readRegions(node.value).code;
      const owner = exampleOf(include.file);
      if (!owner) return;
      const title = /\btitle=/.test(node.meta ?? "") ? "" : ` title="${owner.path}"`;
      node.meta = `${node.meta ?? ""}${title} href="${fileUrl(include.file, include.region)}"`.trim();
    });
  };
}

/**
 * fumadocs-mdx turns an `<include>` element into a block of code and leaves its children, which name the file, where
 * they were. A block of code that was typed has none.
 */
function includeBehind(node: Code & { children?: unknown }) {
  return node.children === undefined ? undefined : parseInclude(textOf(node.children));
}
