import { isMarkdownPreferred, rewritePath } from "fumadocs-core/negotiation";
import { type NextRequest, NextResponse } from "next/server";
import { pretend } from "~/lib/sandbox/pretend";

const named = rewritePath("/docs{/*path}.md", "/markdown{/*path}");
const asked = rewritePath("/docs{/*path}", "/markdown{/*path}");
const markdownMediaTypes = ["text/markdown", "text/x-markdown"];

export function proxy(request: NextRequest) {
  return request.nextUrl.pathname.startsWith("/demo/") ? pretending(request) : negotiated(request);
}

/** Every page of the guide is there as Markdown too: under its address with `.md`, and for whoever asks for Markdown. */
function negotiated(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const prefersMarkdown = isMarkdownPreferred(request, { markdownMediaTypes });
  const markdown = named.rewrite(pathname) || (prefersMarkdown && asked.rewrite(pathname));
  return markdown ? NextResponse.rewrite(new URL(markdown, request.url)) : NextResponse.next();
}

/** A request into a sandbox that is to be taken for another. All the others go to the mount directly. */
function pretending(request: NextRequest) {
  const headers = pretend(request.headers);
  return headers instanceof Response ? headers : NextResponse.next({ request: { headers } });
}

// Next.js reads this without running it, so nothing in here can be a name.
export const config = {
  matcher: [
    "/docs.md",
    "/docs/:path*",
    { source: "/demo/:browser/api/:path*", has: [{ type: "header", key: "x-demo-pretend" }] },
  ],
};
