import { llmsText } from "~/lib/agents/llms";

// Its command names the address of the site, which is known when it starts.
export const dynamic = "force-dynamic";

export async function GET() {
  return new Response(await llmsText());
}
