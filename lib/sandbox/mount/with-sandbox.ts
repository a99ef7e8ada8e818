import { type Cookie, parseCookies } from "../http/cookies";
import { errorResponse } from "../http/error-response";
import { sandboxToken } from "../http/sandbox-cookie";
import { full, tooFast } from "../limits/quota";
import { sessionUrl } from "../protocol/addresses";
import { databaseErrorOf } from "../store/database-error";
import { sandboxes } from "../store/sandboxes";
import type { SandboxHandle } from "../store/store";

/** Opens the sandbox that a request's cookies name. */
export async function openSandbox(cookies: Cookie[]): Promise<SandboxHandle | null> {
  const token = sandboxToken(cookies);
  return token ? (await sandboxes()).open(token) : null;
}

/** Answers one of the site's own endpoints. It counts as one of the sandbox's requests. */
export async function withSandbox(
  headers: Headers,
  answer: (sandbox: SandboxHandle) => Response,
): Promise<Response> {
  const sandbox = await openSandbox(parseCookies(headers.get("cookie")));
  if (!sandbox) return sandboxRequired();
  try {
    return tooFast(sandbox) ?? (await answerSoundly(sandbox, async () => answer(sandbox)));
  } finally {
    sandbox.release();
  }
}

/**
 * Answers on the visitor's database. If that turns out to be damaged, it answers once more, on a fresh one, so that
 * nobody gets an error.
 */
export async function answerSoundly(sandbox: SandboxHandle, answer: () => Promise<Response | "full">) {
  let result = await attempt(sandbox, answer);
  if (result === "broken") {
    sandbox.replace();
    result = await attempt(sandbox, answer);
  }
  if (result === "broken") throw new Error("A fresh sandbox cannot be used. Is the disk sound?");
  return result === "full" ? full() : result;
}

async function attempt(sandbox: SandboxHandle, answer: () => Promise<Response | "full">) {
  try {
    const result = await answer();
    // better-auth answers 500 instead of throwing.
    return result !== "full" && result.status >= 500 && !sandbox.isSound() ? "broken" : result;
  } catch (error) {
    const cause = databaseErrorOf(error) ?? (sandbox.isSound() ? undefined : "broken");
    if (cause) return cause;
    throw error;
  }
}

export const sandboxRequired = () =>
  errorResponse(428, { code: "SANDBOX_REQUIRED", message: `POST ${sessionUrl} first.` });
