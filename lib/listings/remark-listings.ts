import type { Code, Root } from "mdast";
import { visit } from "unist-util-visit";
import { exampleFolder, fileUrl } from "./file-url";
import { readRegions } from "./regions";

const INCLUDE = /<include[^>]*>\s*([^<#\s]+)(?:#([\w-]+))?\s*<\/include>/;

/**
 * Finishes what `<include>` left: takes out region markers, which a whole-file include keeps, titles a listing with
 * its path in the example, and gives it the address of the whole file in the site's viewer.
 *
 * The include is gone by now, but its node kept its position, so the page's source still says which file it named.
 */
export function remarkListings() {
  return (tree: Root, file: { value: unknown }) => {
    visit(tree, "code", (node) => {
      const included = includedFile(node, String(file.value));
      if (!included) return;
      node.value = readRegions(node.value).code;
      if (!included.path.startsWith(exampleFolder)) return;
      const path = included.path.slice(exampleFolder.length);
      const title = /\btitle=/.test(node.meta ?? "") ? "" : ` title="${path}"`;
      node.meta = `${node.meta ?? ""}${title} href="${fileUrl(path, included.region)}"`.trim();
    });
  };
}

function includedFile(node: Code, source: string): { path: string; region?: string } | undefined {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  const match = INCLUDE.exec(source.slice(start, end));
  return match?.[1] ? { path: match[1], region: match[2] } : undefined;
}
