import { type Cookie, parseCookies } from "../http/cookies";
import { errorResponse, twoSandboxes } from "../http/error-response";
import { sandboxTokens } from "../http/sandbox-cookie";
import { diskFull, type LackOfRoom, noRoom, tooFast } from "../limits/quota";
import { afterAMoment } from "../limits/refusals";
import { sessionUrl } from "../protocol/addresses";
import { databaseErrorOf } from "../store/database-error";
import { sandboxes } from "../store/sandboxes";
import type { SandboxHandle } from "../store/store";

/** Opens the sandbox that a request's cookies name, or says why there is none. */
export async function openSandbox(cookies: Cookie[], headers: Headers): Promise<SandboxHandle | Response> {
  const [token, another] = sandboxTokens(cookies, headers);
  if (another) return twoSandboxes();
  if (!token) return sandboxRequired();
  try {
    return (await (await sandboxes()).open(token)) ?? sandboxRequired();
  } catch (error) {
    if (databaseErrorOf(error) === undefined) throw error;
    return diskFull();
  }
}

/** Answers one of the site's own endpoints. It counts as one of the sandbox's requests. */
export async function withSandbox(
  headers: Headers,
  answer: (sandbox: SandboxHandle) => Response,
): Promise<Response> {
  const sandbox = await openSandbox(parseCookies(headers.get("cookie")), headers);
  if (sandbox instanceof Response) return sandbox;
  try {
    const refusal = tooFast(sandbox);
    return refusal ? afterAMoment(refusal) : await answerSoundly(sandbox, async () => answer(sandbox));
  } finally {
    sandbox.release();
  }
}

type Answer = () => Promise<Response | LackOfRoom>;

/**
 * Answers on the visitor's database. If that turns out to be damaged, it answers once more, on a fresh one, so that
 * nobody gets an error. `swallowed` is an error of the database of which the app has said nothing.
 */
export async function answerSoundly(
  sandbox: SandboxHandle,
  answer: Answer,
  swallowed = () => undefined as unknown,
) {
  let result = await attempt(sandbox, answer, swallowed);
  if (result === "broken") {
    sandbox.replace();
    result = await attempt(sandbox, answer, swallowed);
  }
  if (result === "broken") throw new Error("A fresh sandbox cannot be used. Is the disk sound?");
  return result instanceof Response ? result : noRoom(result);
}

async function attempt(
  sandbox: SandboxHandle,
  answer: Answer,
  swallowed: () => unknown,
): Promise<Response | LackOfRoom | "broken"> {
  try {
    const result = await answer();
    if (!(result instanceof Response)) return result;
    // better-auth answers 500 instead of throwing, and signs out without looking.
    const lack = lackOfRoomIn(swallowed(), sandbox);
    if (lack) return lack;
    return result.status >= 500 && !sandbox.isSound() ? "broken" : result;
  } catch (error) {
    const lack = lackOfRoomIn(error, sandbox);
    if (lack) return lack;
    if (databaseErrorOf(error) === "broken" || !sandbox.isSound()) return "broken";
    throw error;
  }
}

/** SQLite says of a full disk what it says of a database that has reached its limit. */
function lackOfRoomIn(error: unknown, sandbox: SandboxHandle): LackOfRoom | undefined {
  const cause = databaseErrorOf(error);
  if (cause === "full") return sandbox.isDiskFull() ? "disk is full" : "sandbox is full";
  return cause === "unwritable" ? "disk is full" : undefined;
}

const sandboxRequired = () =>
  errorResponse(428, { code: "SANDBOX_REQUIRED", message: `POST ${sessionUrl} first.` });
