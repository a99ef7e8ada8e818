import { notFound } from "next/navigation";
import { exampleFiles, readExampleFile } from "~/lib/examples/files";
import { fileHtml } from "~/lib/listings/file-html";

export const dynamic = "force-static";
export const dynamicParams = false;

/** A whole file, highlighted. A listing fetches it when a reader opens the file around the part that it shows. */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const file = readExampleFile(["examples", ...(await params).path.map(decodeURIComponent)].join("/"));
  if (!file) notFound();
  const { html } = await fileHtml(file, "dataRegion");
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

export function generateStaticParams() {
  return exampleFiles().map((path) => ({ path: path.split("/").slice(1) }));
}
