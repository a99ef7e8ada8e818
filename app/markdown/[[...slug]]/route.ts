import { notFound } from "next/navigation";
import { pageMarkdown } from "~/lib/guide/page-markdown";
import { source } from "~/lib/source";

// Readers see these as /docs/<slug>.md, and under /docs/<slug> when they ask for Markdown: proxy.ts leads here.
export const dynamic = "force-static";
export const dynamicParams = false;

export async function GET(_request: Request, { params }: { params: Promise<{ slug?: string[] }> }) {
  const page = source.getPage((await params).slug);
  if (!page) notFound();
  return new Response(await pageMarkdown(page), {
    headers: { "content-type": "text/markdown; charset=utf-8" },
  });
}

export function generateStaticParams() {
  return source.generateParams();
}
