import type { ReactNode } from "react";
import { sitePlaceholder, siteUrl } from "~/lib/site";
import { CopyButton } from "../ui/CopyButton";
import { FilePart } from "./FilePart";
import { ListingBar } from "./ListingBar";
import { OwnAddress } from "./OwnAddress";

type ListingProps = { html: string; title?: string; href?: string; allowCopy?: string };

/** How the title of a listing begins that shows a mistake. */
const mistake = "Wrong: ";

/**
 * A block of code: where it is from, the way to its whole file, and a button that copies it. A mistake is marked as
 * one, and has no button.
 */
export function Listing({ html, title, href, allowCopy }: ListingProps) {
  if (title?.startsWith(mistake)) {
    return (
      <Figure className="listing wrong" html={html}>
        <figcaption>
          <span className="status refused">Wrong</span>
          {title.slice(mistake.length)}
        </figcaption>
      </Figure>
    );
  }
  if (title && href?.includes("#")) return <FilePart {...{ html, title, href }} />;
  const copy = allowCopy !== "false" && <CopyButton />;
  return (
    <Figure className="listing" html={html} label={title}>
      {title ? (
        <ListingBar title={title} href={href}>
          {copy}
        </ListingBar>
      ) : (
        copy
      )}
    </Figure>
  );
}

type FigureProps = { className: string; html: string; label?: string; children: ReactNode };

const Figure = ({ className, html, label, children }: FigureProps) => (
  <figure className={className} aria-label={label}>
    {children}
    {/* In the tab order, because a long line scrolls sideways and the keyboard must reach it. */}
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is interactive */}
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the highlighter at build, from files of this repository */}
    <pre tabIndex={0} dangerouslySetInnerHTML={{ __html: withAddress(html) }} />
    {html.includes(sitePlaceholder) && <OwnAddress />}
  </figure>
);

const withAddress = (html: string) =>
  html.replaceAll(sitePlaceholder, `<span class="site-url">${siteUrl}</span>`);
