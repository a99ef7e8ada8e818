import { createMcpHandler } from "@modelcontextprotocol/server";
import { visitorNetwork } from "~/lib/sandbox/http/addresses";
import { limits } from "~/lib/sandbox/limits/limits";
import { afterAMoment } from "~/lib/sandbox/limits/refusals";
import { createGuideServer } from "./mcp-server";

/** No call of a tool is near that long. */
const maxBodyBytes = 64 * 1024;

/** What is read here is public, so any page may read it. No cookie is. */
const crossOrigin = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Retry-After",
};

const handler = createMcpHandler(createGuideServer, {
  // Nothing changes while the site is up.
  maxSubscriptions: 0,
  maxRequestBodySize: maxBodyBytes,
});

/** Answers the Model Context Protocol. Each request stands alone: there is no session, and no sandbox is touched. */
export async function answerMcp(request: Request): Promise<Response> {
  const verdict = limits.searches.take(visitorNetwork(request.headers));
  const response = verdict.ok
    ? await handler.fetch(request)
    : await afterAMoment(tooMany(verdict.retryAfter));
  for (const [name, value] of Object.entries(crossOrigin)) response.headers.set(name, value);
  return response;
}

/** Answers a browser that asks whether a page of another site may call. */
export const answerPreflight = () =>
  new Response(null, {
    status: 204,
    headers: {
      ...crossOrigin,
      "Access-Control-Allow-Methods": "POST",
      "Access-Control-Allow-Headers": "*",
      "Access-Control-Max-Age": "86400",
    },
  });

const tooMany = (retryAfter: number) =>
  Response.json(
    {
      jsonrpc: "2.0",
      id: null,
      error: { code: -32000, message: `Your network has asked a lot. Try again in ${retryAfter} seconds.` },
    },
    { status: 429, headers: { "Retry-After": String(retryAfter) } },
  );
