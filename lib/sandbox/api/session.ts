import { env } from "~/lib/env";
import { visitorAddress } from "../http/addresses";
import { parseCookies } from "../http/cookies";
import { errorResponse, foreignOrigin } from "../http/error-response";
import { isForeign } from "../http/origin";
import { clearedCookie, sandboxToken, tokenCookie } from "../http/sandbox-cookie";
import { limits, model } from "../limits/limits";
import { sandboxes } from "../store/sandboxes";

const hour = 3_600_000;

/** Answers `POST /demo/session`: makes the visitor's sandbox, or keeps the one that the cookie names. */
export async function enterSandbox({ headers }: Request): Promise<Response> {
  if (isForeign(headers)) return foreignOrigin();

  const store = await sandboxes();
  let token = tokenIn(headers);
  const sandbox = token ? await store.open(token) : null;
  sandbox?.release();
  if (!token || !sandbox) {
    const verdict = limits.newSandboxes.take(visitorAddress(headers));
    if (!verdict.ok) return tooMany(verdict.retryAfter);
    token = await store.create();
  }

  const expiresAt = new Date(Date.now() + env.SANDBOX_TTL_HOURS * hour).toISOString();
  return Response.json(
    { expiresAt, model },
    { headers: { "Set-Cookie": tokenCookie(token, headers), "Cache-Control": "no-store" } },
  );
}

/** Answers `DELETE /demo/session`: deletes the visitor's sandbox, and all that is in it. */
export async function deleteSandbox({ headers }: Request): Promise<Response> {
  if (isForeign(headers)) return foreignOrigin();

  const token = tokenIn(headers);
  if (token) await (await sandboxes()).remove(token);
  return new Response(null, { status: 204, headers: { "Set-Cookie": clearedCookie(headers) } });
}

const tokenIn = (headers: Headers) => sandboxToken(parseCookies(headers.get("cookie")));

const tooMany = (retryAfter: number) =>
  errorResponse(429, {
    code: "TOO_MANY_SANDBOXES",
    message: `Your network has made many sandboxes. Try again in ${Math.ceil(retryAfter / 60)} minutes.`,
    retryAfter,
  });
