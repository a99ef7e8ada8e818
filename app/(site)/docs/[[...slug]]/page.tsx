import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { mdxComponents } from "~/components/mdx-components";
import { PageActions } from "~/components/page-actions/PageActions";
import { Pager } from "~/components/shell/Pager";
import { Toc, TocInline } from "~/components/shell/Toc";
import { pagePrompt } from "~/lib/agents/prompt";
import { editUrl } from "~/lib/listings/file-url";
import { cardImage } from "~/lib/og/cards";
import { repositoryUrl, sitePlaceholder } from "~/lib/site";
import { source } from "~/lib/source";

type Props = { params: Promise<{ slug?: string[] }> };

export const dynamicParams = false;

export default async function Page({ params }: Props) {
  const page = source.getPage((await params).slug);
  if (!page) notFound();
  const { title, description, point, toc, body: Body } = page.data;
  return (
    <div className="page">
      <main id="main">
        <nav className="breadcrumb" aria-label="Breadcrumb">
          <Link href="/docs" prefetch={false}>
            Guide
          </Link>
          {point && (
            <>
              <span aria-hidden="true">/</span>
              <span>Integration point {point} of 3</span>
            </>
          )}
        </nav>
        <h1 className="title">{title}</h1>
        <p className="lede">{description}</p>
        <PageActions
          markdownUrl={`${page.url}.md`}
          editUrl={repositoryUrl && editUrl(repositoryUrl, `content/docs/${page.path}`)}
          prompt={pagePrompt({ url: page.url, title }).split(sitePlaceholder)}
        />
        <TocInline items={toc} />
        <div className="prose">
          <Body components={mdxComponents} />
        </div>
        <Pager url={page.url} />
      </main>
      <Toc items={toc} />
    </div>
  );
}

export const generateStaticParams = () => source.generateParams();

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = source.getPage((await params).slug);
  if (!page) notFound();
  const { title, description } = page.data;
  return {
    title,
    description,
    alternates: { canonical: page.url, types: { "text/markdown": `${page.url}.md` } },
    openGraph: { title, description, url: page.url, type: "article", images: cardImage(page.url) },
  };
}
