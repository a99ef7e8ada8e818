import { visitorNetwork } from "../http/addresses";
import { errorResponse } from "../http/error-response";
import type { SandboxHandle } from "../store/store";
import { limits } from "./limits";

/** Whether a password may be hashed for this. All that writes to better-auth counts, but for the one that surely does not. */
const mayHash = ({ method }: Request, [first, ...path]: string[]) =>
  first === "auth" && method === "POST" && path.join("/") !== "sign-out";

/** The error for one sign-in or sign-up too many from one network. */
export function overSignInLimit(request: Request, segments: string[]): Response | undefined {
  if (!mayHash(request, segments)) return undefined;
  const verdict = limits.signIns.take(visitorNetwork(request.headers));
  return verdict.ok
    ? undefined
    : tooMany("Your network has signed in a lot. Wait a moment.", verdict.retryAfter);
}

/** Answers when it is the sandbox's turn, if a password may be hashed for it. */
export async function inTurn(
  { id }: SandboxHandle,
  request: Request,
  segments: string[],
  answer: () => Promise<Response>,
): Promise<Response> {
  if (!mayHash(request, segments)) return answer();
  const response = await limits.hashing.take(id, answer);
  return response === "busy"
    ? tooMany("Many sign in at this moment. Try again in a few seconds.", 3)
    : response;
}

const tooMany = (message: string, retryAfter: number) =>
  errorResponse(429, { code: "TOO_MANY_SIGN_INS", message, retryAfter });
