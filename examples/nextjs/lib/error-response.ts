interface ErrorBody {
  code: string;
  /** Says what to do about it. */
  message: string;
  /** Where in the body the fault is. */
  field?: string;
}

/** A refusal, in the shape in which better-auth words its own. */
export function errorResponse(status: number, body: ErrorBody) {
  return Response.json(body, { status });
}

// #region not-found
/**
 * One answer for what is not there and for what is not yours, so that nobody can
 * probe for ids.
 */
export function notFound() {
  return errorResponse(404, {
    code: "NOT_FOUND",
    message: "There is nothing of yours here. Reload the list of threads.",
  });
}
// #endregion not-found

export function tooLarge(maxBytes: number) {
  const response = errorResponse(413, {
    code: "TOO_LARGE",
    message: `Send at most ${maxBytes / 1024} KiB.`,
  });
  // The rest of the body is still on its way, so this connection is of no use for
  // another request.
  response.headers.set("Connection", "close");
  return response;
}

export function missingParent() {
  return errorResponse(400, {
    code: "MISSING_PARENT",
    message: "Write the message that this one answers first.",
    field: "parent_id",
  });
}

/** What went wrong is for the server's log; the reader can only try again. */
export function modelFailed() {
  return errorResponse(502, {
    code: "MODEL_FAILED",
    message: "The model did not answer. Try again.",
  });
}
