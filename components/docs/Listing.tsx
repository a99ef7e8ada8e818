import Link from "next/link";
import type { ComponentProps } from "react";
import { CopyButton } from "./CopyButton";

type ListingProps = ComponentProps<"pre"> & { title?: string; href?: string; allowCopy?: string };

/** A block of code: where it is from, the way to its whole file, and a button that copies it. */
export function Listing({ title, href, allowCopy, className, children, ...pre }: ListingProps) {
  return (
    <figure className="listing">
      {title && (
        <figcaption>
          {href ? (
            <Link href={href} prefetch={false} title={`Open the whole file ${title}`}>
              {title}
            </Link>
          ) : (
            title
          )}
        </figcaption>
      )}
      {/* Focusable, because a long line scrolls sideways and the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is interactive */}
      <pre {...pre} className={className} tabIndex={0} aria-label={title ?? "Code"} role="region">
        {children}
      </pre>
      {allowCopy !== "false" && <CopyButton />}
    </figure>
  );
}
