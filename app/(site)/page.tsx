import { home } from "collections/server";
import type { Metadata } from "next";
import { homeComponents } from "~/components/home/home-components";
import { SiteHeader } from "~/components/shell/SiteHeader";
import { cardImage } from "~/lib/og/cards";

const [page] = home;
if (!page) throw new Error("content/home.mdx is missing");
const { title, description, body: Body } = page;

export const metadata: Metadata = {
  title,
  description,
  alternates: { canonical: "/" },
  openGraph: { title, description, url: "/", images: cardImage("/") },
};

export default function HomePage() {
  return (
    <>
      <SiteHeader />
      <main id="main" className="home prose">
        <Body components={homeComponents} />
      </main>
    </>
  );
}
