import { visitorNetwork } from "~/lib/sandbox/http/addresses";
import { errorResponse } from "~/lib/sandbox/http/error-response";
import { limits } from "~/lib/sandbox/limits/limits";
import { afterAMoment } from "~/lib/sandbox/limits/refusals";
import { searchSite } from "./site-search";

/** Answers `GET /api/search?query=…`. */
export async function answerSearch({ headers, url }: Request): Promise<Response> {
  const verdict = limits.searches.take(visitorNetwork(headers));
  if (!verdict.ok) return afterAMoment(tooMany(verdict.retryAfter));
  return Response.json(await searchSite(new URL(url).searchParams.get("query") ?? ""));
}

const tooMany = (retryAfter: number) =>
  errorResponse(429, {
    code: "TOO_MANY_SEARCHES",
    message: `Your network has searched a lot. Try again in ${retryAfter} seconds.`,
    retryAfter,
  });
