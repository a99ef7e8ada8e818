import { llmsIndex } from "~/lib/guide/page-markdown";

export const dynamic = "force-static";

export async function GET() {
  return new Response(await llmsIndex());
}
