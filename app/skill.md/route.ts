import { skillMarkdown } from "~/lib/agents/skill";

// Its commands name the address of the site, which is known when it starts.
export const dynamic = "force-dynamic";

export async function GET() {
  return new Response(await skillMarkdown(), {
    headers: { "Content-Type": "text/markdown; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
}
