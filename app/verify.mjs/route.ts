import { verifierFor } from "~/lib/checks/served-verifier";
import { env } from "~/lib/env";

/** Where the site is served is known when it starts, not when it is built. */
export const dynamic = "force-dynamic";

export async function GET() {
  return new Response(await verifierFor(env.SITE_URL), {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
}
