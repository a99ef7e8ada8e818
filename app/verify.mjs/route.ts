import { readFile } from "node:fs/promises";
import { env } from "~/lib/env";

/** Where the site is served is known when it starts, not when it is built. */
export const dynamic = "force-dynamic";

/**
 * The verifier knows where the guide is, so that its failures can link there. The address is the site's own setting and not
 * the one in the request: what a visitor sends must not end up in a script that another visitor runs.
 */
export async function GET() {
  const source = await readFile("examples/verify/verify.mjs", "utf8");
  const named = source.replace('const guide = "";', () => `const guide = ${JSON.stringify(env.SITE_URL)};`);
  return new Response(named, {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
}
