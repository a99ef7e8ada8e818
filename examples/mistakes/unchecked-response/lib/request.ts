// #region request
/** `fetch`, which calls a refusal an answer like any other. */
export async function request(input: RequestInfo | URL, init?: RequestInit) {
  return await fetch(input, init);
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
