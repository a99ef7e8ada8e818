import { starterZip } from "~/lib/steps/starter";

export const dynamic = "force-static";

export const GET = () => new Response(starterZip(), { headers: { "content-type": "application/zip" } });
