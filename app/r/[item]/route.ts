import { registryAnswer } from "~/lib/steps/registry";

/** The items name each other by full address, and where the site is served is known when it starts. */
export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ item: string }> }) {
  const answer = registryAnswer((await params).item);
  if (!answer) {
    const message = "There is no such item. The list is at /r/registry.json.";
    return Response.json({ code: "NOT_FOUND", message }, { status: 404 });
  }
  return Response.json(answer, { headers: { "Cache-Control": "public, max-age=300" } });
}
