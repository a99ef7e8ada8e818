import type { Code, Root } from "mdast";
import { visit } from "unist-util-visit";
import { exampleOf } from "../examples/list";
import { fileUrl } from "./file-url";
import { includesIn } from "./include";
import { readRegions } from "./regions";

/**
 * Finishes what `<include>` left: takes out region markers, which a whole-file include keeps, titles a listing with
 * its path in the example, and gives it the address of the whole file in the site's viewer.
 *
 * The include is gone by now, but its node kept its position, so the page's source still says which file it named.
 */
export function remarkListings() {
  return (tree: Root, file: { value: unknown }) => {
    visit(tree, "code", (node) => {
      const include = includeBehind(node, String(file.value));
      if (!include) return;
      node.value = readRegions(node.value).code;
      const owner = exampleOf(include.file);
      if (!owner) return;
      const title = /\btitle=/.test(node.meta ?? "") ? "" : ` title="${owner.path}"`;
      node.meta = `${node.meta ?? ""}${title} href="${fileUrl(include.file, include.region)}"`.trim();
    });
  };
}

function includeBehind(node: Code, source: string) {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  return includesIn(source.slice(start, end))[0];
}
