import type { Node } from "fumadocs-core/page-tree";
import Link from "next/link";
import { source } from "~/lib/source";

/** The guide's pages in their order, each with what it says, as the contents of a book. */
export function Contents() {
  return (
    <ol className="entries">
      {source
        .getPageTree()
        .children.flatMap(pagesOf)
        .map(({ url, data }) => (
          <li key={url}>
            <Link className="entry" href={url} prefetch={false}>
              <strong>{data.title}</strong>
              <span>{data.description}</span>
            </Link>
          </li>
        ))}
    </ol>
  );
}

function pagesOf(node: Node) {
  const page = node.type === "page" ? source.getNodePage(node) : undefined;
  return page ? [page] : [];
}
