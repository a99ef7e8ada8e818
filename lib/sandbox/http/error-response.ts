import { meter } from "~/lib/operator/meter";
import { requestId } from "~/lib/operator/request-id";

interface ErrorBody {
  code: string;
  /** Says what to do about it. */
  message: string;
  /** Seconds until it is worth another try. */
  retryAfter?: number;
}

/** An error of the sandbox itself, in the shape of the example's and better-auth's errors. */
export function errorResponse(status: number, body: ErrorBody) {
  meter()?.refused(body.code);
  const id = requestId();
  const headers = body.retryAfter === undefined ? undefined : { "Retry-After": String(body.retryAfter) };
  return Response.json(id ? { ...body, requestId: id } : body, { status, headers });
}

/** The error for a write that another site's page has the visitor's browser send. */
export const foreignOrigin = () =>
  errorResponse(403, { code: "INVALID_ORIGIN", message: "Call this from a page of this site." });

/** The error for a request that names two sandboxes, of which somebody else has set one. */
export const twoSandboxes = () =>
  errorResponse(400, {
    code: "TWO_SANDBOXES",
    message:
      "Your browser names two databases for this demo. Delete the cookies of this site and of its domain.",
  });
