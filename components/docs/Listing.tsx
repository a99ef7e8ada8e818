import Link from "next/link";
import { CopyButton } from "./CopyButton";

type ListingProps = { html: string; title?: string; href?: string; allowCopy?: string };

/** A block of code: where it is from, the way to its whole file, and a button that copies it. */
export function Listing({ html, title, href, allowCopy }: ListingProps) {
  return (
    <figure className="listing">
      {title && (
        <figcaption>
          {href ? (
            <Link href={href} prefetch={false}>
              {title}
            </Link>
          ) : (
            title
          )}
        </figcaption>
      )}
      {/* In the tab order, because a long line scrolls sideways and the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is interactive */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the highlighter at build, from files of this repository */}
      <pre tabIndex={0} dangerouslySetInnerHTML={{ __html: html }} />
      {allowCopy !== "false" && <CopyButton />}
    </figure>
  );
}
