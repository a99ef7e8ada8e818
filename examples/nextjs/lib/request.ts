import { authClient } from "./auth-client";

/** A refusal, worded for the person who sees it. */
class RequestError extends Error {
  override name = "RequestError";

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

// #region request
/**
 * `fetch` that rejects when the server refuses. assistant-ui changes its state first
 * and asks afterwards: it takes a change back only if the adapter's promise rejects,
 * which `fetch` alone does for no status.
 */
export async function request(input: RequestInfo | URL, init?: RequestInit) {
  const response = await fetch(input, init).catch(explainNoAnswer);
  if (response.ok) return response;

  // The session has ended on the server: have better-auth look again, so that the
  // page learns of it too.
  if (response.status === 401) authClient.$store.notify("$sessionSignal");

  throw new RequestError(response.status, await explain(response));
}
// #endregion request

// #region json
/**
 * The server takes JSON alone: a page of another site cannot send that without asking
 * first.
 */
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
// #endregion json

function explainNoAnswer(cause: unknown): never {
  // Whoever aborts a request knows why it ended.
  if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
  throw new RequestError(
    0,
    "The server did not answer. Check your connection and try again.",
  );
}

async function explain(response: Response) {
  // A 401 has no words of its own.
  if (response.status === 401)
    return "You are signed out (401). Sign in and try again.";

  const body: unknown = await response.json().catch(() => null);
  if (
    typeof body === "object" &&
    body !== null &&
    "message" in body &&
    typeof body.message === "string"
  ) {
    return body.message;
  }
  return `The server refused (${response.status}). Try again later.`;
}
