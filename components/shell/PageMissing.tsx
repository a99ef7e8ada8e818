import Link from "next/link";
import { SearchForAddress } from "../search/SearchForAddress";
import { Contents } from "./Contents";
import { SiteHeader } from "./SiteHeader";

/** What a reader sees at an address that leads nowhere: what happened, the search, and every page that there is. */
export function PageMissing() {
  return (
    <>
      <SiteHeader />
      <main id="main" className="missing">
        <p className="breadcrumb">404</p>
        <h1 className="title">There is no page at this address</h1>
        <p className="lede">
          It may have moved, or the link may have a slip in it. Search the guide, look among{" "}
          <Link href="/examples/nextjs" prefetch={false}>
            the example’s files
          </Link>
          , or begin with one of the pages below.
        </p>
        <SearchForAddress />
        <h2>The guide</h2>
        <Contents />
      </main>
    </>
  );
}
