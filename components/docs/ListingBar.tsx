import Link from "next/link";
import { Fragment, type ReactNode } from "react";

type ListingBarProps = { title: string; href?: string; children: ReactNode };

/** What stands above a listing: its title, which leads to the whole file where there is one, and its buttons. */
export const ListingBar = ({ title, href, children }: ListingBarProps) => (
  <figcaption>
    {href ? (
      <Link href={href} prefetch={false}>
        <Path path={title} />
      </Link>
    ) : (
      <span>{title}</span>
    )}
    {children}
  </figcaption>
);

/** A path, which breaks between its folders where it has to. */
const Path = ({ path }: { path: string }) =>
  path.split(/(?<=\/)/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a path keep their places
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
