import { skillIndex } from "~/lib/agents/skill-index";

// The digest is of a text that names the address of the site, which is known when it starts.
export const dynamic = "force-dynamic";

export async function GET() {
  return Response.json(await skillIndex(), { headers: { "Cache-Control": "public, max-age=300" } });
}
