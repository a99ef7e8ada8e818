// #region request
/** `fetch`, which calls a refusal an answer like any other. */
export async function request(input: RequestInfo | URL, init?: RequestInit) {
  return await fetch(input, init);
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
