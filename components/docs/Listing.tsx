import Link from "next/link";
import { sitePlaceholder, siteUrl } from "~/lib/site";
import { CopyButton } from "../ui/CopyButton";
import { OwnAddress } from "./OwnAddress";

type ListingProps = { html: string; title?: string; href?: string; allowCopy?: string };

/** How the title of a listing begins that shows a mistake. */
const mistake = "Wrong: ";

/**
 * A block of code: where it is from, the way to its whole file, and a button that copies it. A mistake is marked as
 * one, and has no button.
 */
export function Listing({ html, title, href, allowCopy }: ListingProps) {
  const isMistake = title?.startsWith(mistake);
  return (
    <figure className={isMistake ? "listing wrong" : "listing"}>
      {title && (
        <figcaption>{isMistake ? <Mistake title={title} /> : <Title {...{ title, href }} />}</figcaption>
      )}
      {/* In the tab order, because a long line scrolls sideways and the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is interactive */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the highlighter at build, from files of this repository */}
      <pre tabIndex={0} dangerouslySetInnerHTML={{ __html: withAddress(html) }} />
      {html.includes(sitePlaceholder) && <OwnAddress />}
      {allowCopy !== "false" && !isMistake && <CopyButton />}
    </figure>
  );
}

function Title({ title, href }: Required<Pick<ListingProps, "title">> & Pick<ListingProps, "href">) {
  if (!href) return title;
  return (
    <Link href={href} prefetch={false}>
      {title}
    </Link>
  );
}

const Mistake = ({ title }: { title: string }) => (
  <>
    <span className="status refused">Wrong</span>
    {title.slice(mistake.length)}
  </>
);

const withAddress = (html: string) =>
  html.replaceAll(sitePlaceholder, `<span class="site-url">${siteUrl}</span>`);
