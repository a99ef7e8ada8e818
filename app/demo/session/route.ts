import { env } from "~/lib/env";
import { visitorAddress } from "~/lib/sandbox/address";
import { clearedCookie, readToken, tokenCookie } from "~/lib/sandbox/cookie";
import { limits } from "~/lib/sandbox/limits";
import { model } from "~/lib/sandbox/model";
import { isForeign } from "~/lib/sandbox/own-origin";
import { refuse } from "~/lib/sandbox/refusal";
import { sandboxes } from "~/lib/sandbox/sandboxes";
import type { SandboxStore } from "~/lib/sandbox/store";

/** Makes the visitor's sandbox, or keeps the one that the cookie names. */
export async function POST({ headers }: Request) {
  if (isForeign(headers)) return foreign();

  const store = await sandboxes();
  let token = readToken(headers);
  if (!token || !(await exists(store, token))) {
    const verdict = limits.newSandboxes.take(visitorAddress(headers));
    if (!verdict.ok) return tooMany(verdict.retryAfter);
    token = await store.create();
  }

  const expiresAt = new Date(Date.now() + env.SANDBOX_TTL_HOURS * 3_600_000).toISOString();
  return Response.json(
    { expiresAt, model },
    { headers: { "Set-Cookie": tokenCookie(token, headers), "Cache-Control": "no-store" } },
  );
}

/** Deletes the visitor's sandbox, and all that is in it. */
export async function DELETE({ headers }: Request) {
  if (isForeign(headers)) return foreign();

  const token = readToken(headers);
  if (token) await (await sandboxes()).remove(token);
  return new Response(null, { status: 204, headers: { "Set-Cookie": clearedCookie(headers) } });
}

async function exists(store: SandboxStore, token: string) {
  const lease = await store.open(token);
  lease?.release();
  return lease !== null;
}

const foreign = () => refuse(403, { code: "INVALID_ORIGIN", message: "Call this from a page of this site." });

const tooMany = (retryAfter: number) =>
  refuse(429, {
    code: "TOO_MANY_SANDBOXES",
    message: `Your network has made many sandboxes. Try again in ${Math.ceil(retryAfter / 60)} minutes.`,
    retryAfter,
  });
