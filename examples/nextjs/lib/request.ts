import { noAnswer, refused } from "./failure-messages";

/** A refusal by the server, in words for the person who sees it. */
export class RequestError extends Error {
  override name = "RequestError";

  constructor(
    readonly status: number,
    message: string,
    /** In how many seconds the server would take the request, or 0 if it does not say. */
    readonly retryAfter = 0,
  ) {
    super(message);
  }
}

/** Dispatches `unauthorized` whenever the server answers 401. */
export const requestEvents = new EventTarget();

// #region request
/**
 * `fetch` that rejects when the server refuses. assistant-ui shows a change first and
 * sends the request afterwards. It takes the change back only if the adapter's promise
 * rejects, and `fetch` alone rejects for no status.
 */
export async function request(input: RequestInfo | URL, init?: RequestInit) {
  const response = await fetch(input, init).catch(explainNoAnswer);
  if (response.ok) return response;

  // The session has ended on the server. `useRefetchOn401` asks for it again.
  if (response.status === 401) requestEvents.dispatchEvent(new Event("unauthorized"));

  const retryAfter = Number(response.headers.get("Retry-After")) || 0;
  throw new RequestError(response.status, await explain(response), retryAfter);
}
// #endregion request

/** A request with a JSON body, which is all that the server accepts. */
export function json(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  body: unknown,
): RequestInit {
  return {
    method,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}

function explainNoAnswer(cause: unknown): never {
  // An aborted request is no failure. Its caller knows why it ended.
  if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
  throw new RequestError(0, noAnswer);
}

async function explain(response: Response) {
  // A 401 has no JSON body.
  if (response.status === 401)
    return "You are signed out (401). Sign in and try again.";

  const body: { message?: unknown } | null = await response.json().catch(() => null);
  if (typeof body?.message === "string") return body.message;
  return refused(response.status);
}
