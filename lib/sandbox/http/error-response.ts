interface ErrorBody {
  code: string;
  /** Says what to do about it. */
  message: string;
  /** Seconds until it is worth another try. */
  retryAfter?: number;
}

/** An error of the sandbox itself, in the shape of the example's and better-auth's errors. */
export function errorResponse(status: number, body: ErrorBody) {
  const headers = body.retryAfter === undefined ? undefined : { "Retry-After": String(body.retryAfter) };
  return Response.json(body, { status, headers });
}

/** The error for a write that another site's page has the visitor's browser send. */
export const foreignOrigin = () =>
  errorResponse(403, { code: "INVALID_ORIGIN", message: "Call this from a page of this site." });
