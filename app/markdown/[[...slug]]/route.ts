import { pageMarkdown } from "~/lib/guide/page-markdown";
import { source } from "~/lib/source";

// `proxy.ts` rewrites /docs/<slug>.md to this, and /docs/<slug> for whoever asks for Markdown.
// Its commands name the address of the site, which is known when it starts.
export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ slug?: string[] }> }) {
  const page = source.getPage((await params).slug);
  if (!page) return new Response(missing, { status: 404, headers });
  return new Response(await pageMarkdown(page), { headers });
}

const headers = { "content-type": "text/markdown; charset=utf-8" };

const missing = "# There is no page at this address\n\nThe list of pages is at [/llms.txt](/llms.txt).\n";
