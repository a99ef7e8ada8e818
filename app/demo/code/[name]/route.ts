import { demoCode } from "~/lib/demo/code";
import { demos, findDemo } from "~/lib/demo/demos";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => Object.keys(demos).map((name) => ({ name }));

/** The code that a demo runs. The inspector fetches it when a reader opens its tab. */
export async function GET(_request: Request, { params }: RouteContext<"/demo/code/[name]">) {
  return Response.json(await demoCode(findDemo((await params).name)));
}
