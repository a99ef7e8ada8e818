import { isMarkdownPreferred, rewritePath } from "fumadocs-core/negotiation";
import { type NextRequest, NextResponse } from "next/server";

const named = rewritePath("/docs{/*path}.md", "/markdown{/*path}");
const negotiated = rewritePath("/docs{/*path}", "/markdown{/*path}");
const markdownMediaTypes = ["text/markdown", "text/x-markdown"];

/** Every page of the guide has a Markdown form: under its address with `.md`, and for whoever asks for Markdown. */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const prefersMarkdown = isMarkdownPreferred(request, { markdownMediaTypes });
  const markdown = named.rewrite(pathname) || (prefersMarkdown && negotiated.rewrite(pathname));
  return markdown ? NextResponse.rewrite(new URL(markdown, request.url)) : NextResponse.next();
}

// Next.js reads this without running it, so nothing in here can be a name.
export const config = { matcher: ["/docs.md", "/docs/:path*"] };
