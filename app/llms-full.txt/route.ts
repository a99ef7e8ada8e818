import { llmsFull } from "~/lib/guide/page-markdown";

// Its commands name the address of the site, which is known when it starts.
export const dynamic = "force-dynamic";

export async function GET() {
  return new Response(await llmsFull());
}
