import type { TOCItemType } from "fumadocs-core/toc";
import type { CSSProperties } from "react";
import { TocHere } from "./TocHere";

type TocProps = { items: TOCItemType[] };

/** What is on this page, beside it. */
export function Toc({ items }: TocProps) {
  return (
    <nav className="toc" aria-labelledby="on-this-page">
      {items.length > 0 && (
        <>
          <h2 id="on-this-page">On this page</h2>
          <Entries items={items} />
          <TocHere />
        </>
      )}
    </nav>
  );
}

/** The same where there is no room beside the text: folded, above it. */
export function TocInline({ items }: TocProps) {
  if (items.length === 0) return null;
  return (
    <details className="toc-inline">
      <summary>On this page</summary>
      <Entries items={items} />
    </details>
  );
}

function Entries({ items }: TocProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.url}>
          <a href={item.url} style={{ "--depth": item.depth - 2 } as CSSProperties}>
            {item.title}
          </a>
        </li>
      ))}
    </ul>
  );
}
