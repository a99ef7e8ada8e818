import { starterTgz } from "~/lib/steps/starter";

export const dynamic = "force-static";

export async function GET() {
  return new Response(await starterTgz(), { headers: { "content-type": "application/gzip" } });
}
