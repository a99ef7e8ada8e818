import { full, tooFast } from "./allowance";
import { readToken } from "./cookie";
import { faultOf } from "./fault";
import { refuse } from "./refusal";
import { sandboxes } from "./sandboxes";
import type { Lease } from "./store";

/** Opens the sandbox that a request's cookie names. */
export async function openSandbox(headers: Headers): Promise<Lease | null> {
  const token = readToken(headers);
  return token ? (await sandboxes()).open(token) : null;
}

/** Answers what the site itself is asked about a sandbox. It counts as one of the sandbox's requests. */
export async function withSandbox(headers: Headers, answer: (lease: Lease) => Response): Promise<Response> {
  const lease = await openSandbox(headers);
  if (!lease) return sandboxRequired();
  try {
    return tooFast(lease) ?? answerSoundly(lease, answer);
  } finally {
    lease.release();
  }
}

/** As for the example, a damaged database becomes a fresh one, not an error. */
function answerSoundly(lease: Lease, answer: (lease: Lease) => Response) {
  try {
    return answer(lease);
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    if (fault === "full") return full();
    lease.replace();
    return answer(lease);
  }
}

export const sandboxRequired = () =>
  refuse(428, { code: "SANDBOX_REQUIRED", message: "POST /demo/session first." });
