import { env } from "~/lib/env";
import { visitorNetwork } from "../http/addresses";
import { parseCookies } from "../http/cookies";
import { errorResponse, foreignOrigin, twoSandboxes } from "../http/error-response";
import { isForeign } from "../http/origin";
import { clearedCookie, sandboxTokens, tokenCookie } from "../http/sandbox-cookie";
import { limits, model } from "../limits/limits";
import { diskFull } from "../limits/quota";
import { afterAMoment } from "../limits/refusals";
import { databaseErrorOf } from "../store/database-error";
import { unwrittenFor } from "../store/eviction";
import { sandboxes } from "../store/sandboxes";
import type { Refusal } from "../store/store";

const hour = 3_600_000;

/** Answers `POST /demo/session`: makes the visitor's sandbox, or keeps the one that the cookie names. `isLost` if that one is gone. */
export async function enterSandbox({ headers }: Request): Promise<Response> {
  if (isForeign(headers)) return foreignOrigin();
  const [token, another] = tokensIn(headers);
  if (another) return twoSandboxes();

  return withDisk(async () => {
    const isKept = token !== undefined && (await isOpen(token));
    const entered = isKept ? { token } : await makeSandbox(headers);
    if (entered instanceof Response) return entered;
    const expiresAt = new Date(Date.now() + env.SANDBOX_TTL_HOURS * hour).toISOString();
    return Response.json(
      { expiresAt, model, isLost: token !== undefined && !isKept },
      { headers: { "Set-Cookie": tokenCookie(entered.token, headers), "Cache-Control": "no-store" } },
    );
  });
}

/** Answers `DELETE /demo/session`: deletes the visitor's sandbox, and all that is in it. */
export async function deleteSandbox({ headers }: Request): Promise<Response> {
  if (isForeign(headers)) return foreignOrigin();
  const [token, another] = tokensIn(headers);
  if (another) return twoSandboxes();

  return withDisk(async () => {
    if (token) await (await sandboxes()).remove(token);
    return new Response(null, { status: 204, headers: { "Set-Cookie": clearedCookie(headers) } });
  });
}

const tokensIn = (headers: Headers) => sandboxTokens(parseCookies(headers.get("cookie")), headers);

/** Answers, or says that the disk is in the way. */
async function withDisk(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (databaseErrorOf(error) === undefined) throw error;
    return diskFull();
  }
}

/** Whether there is a sandbox that this token opens. */
async function isOpen(token: string): Promise<boolean> {
  const sandbox = await (await sandboxes()).open(token);
  sandbox?.release();
  return sandbox !== null;
}

async function makeSandbox(headers: Headers): Promise<{ token: string } | Response> {
  const network = visitorNetwork(headers);
  const verdict = limits.newSandboxes.take(network);
  if (!verdict.ok) return afterAMoment(tooMany(verdict.retryAfter));
  const made = await (await sandboxes()).create(network);
  return typeof made === "string" ? afterAMoment(refusals[made]()) : made;
}

/** The earliest that what is in the way may be evicted. */
const retryAfter = unwrittenFor / 1000;

const tooMany = (retryAfter: number) =>
  errorResponse(429, {
    code: "TOO_MANY_SANDBOXES",
    message: `Your network has made many sandboxes. Try again in ${Math.ceil(retryAfter / 60)} minutes.`,
    retryAfter,
  });

const refusals: Record<Refusal, () => Response> = {
  "network is full": () => tooMany(retryAfter),
  "site is full": () =>
    errorResponse(503, {
      code: "SITE_FULL",
      message:
        "More people are trying the demos than this site has room for. Try again in a few minutes. The pages work without.",
      retryAfter,
    }),
  "disk is full": diskFull,
};
