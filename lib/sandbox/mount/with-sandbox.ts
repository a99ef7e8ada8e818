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
    return tooFast(sandbox) ?? answerSoundly(sandbox, answer);
  } finally {
    sandbox.release();
  }
}

/** As for the example, a damaged database becomes a fresh one, not an error. */
function answerSoundly(sandbox: SandboxHandle, answer: (sandbox: SandboxHandle) => Response) {
  try {
    return answer(sandbox);
  } catch (error) {
    const cause = databaseErrorOf(error);
    if (!cause) throw error;
    if (cause === "full") return full();
    sandbox.replace();
    return answer(sandbox);
  }
}

export const sandboxRequired = () =>
  errorResponse(428, { code: "SANDBOX_REQUIRED", message: `POST ${sessionUrl} first.` });
