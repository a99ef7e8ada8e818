import { notFound } from "next/navigation";
import { exampleFiles, readExampleFile } from "~/lib/examples/files";
import { withoutMarkers } from "~/lib/listings/regions";

export const dynamic = "force-static";
export const dynamicParams = false;

export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const file = readExampleFile(["examples", ...(await params).path.map(decodeURIComponent)].join("/"));
  if (!file) notFound();
  // Plain text for every file, so that a browser shows it and does not run it.
  return new Response(withoutMarkers(file.text), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

export function generateStaticParams() {
  return exampleFiles().map((path) => ({ path: path.split("/").slice(1) }));
}
