import { findNeighbour } from "fumadocs-core/page-tree";
import Link from "next/link";
import { source } from "~/lib/source";

/** The pages before and after this one. */
export function Pager({ url }: { url: string }) {
  const { previous, next } = findNeighbour(source.getPageTree(), url);
  return (
    <nav className="pager" aria-label="Previous and next page">
      {previous && (
        <Link href={previous.url} prefetch={false}>
          <small>Previous</small>
          {previous.name}
        </Link>
      )}
      {next && (
        <Link className="next" href={next.url} prefetch={false}>
          <small>Next</small>
          {next.name}
        </Link>
      )}
    </nav>
  );
}
