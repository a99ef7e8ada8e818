import "server-only";

interface ErrorBody {
  code: string;
  /** Tells the reader what to do. */
  message: string;
  /** The field of the body that is wrong. */
  field?: string;
}

/** An error as JSON, in the same shape as better-auth's own. */
export function errorResponse(status: number, body: ErrorBody) {
  return Response.json(body, { status });
}

// #region not-found
/**
 * The same answer for a thread that does not exist and for one of another user, so
 * that nobody can probe for ids.
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
  // The rest of the body is still arriving, so the connection cannot be reused.
  response.headers.set("Connection", "close");
  return response;
}

export function missingParent(field = "parent_id") {
  return errorResponse(400, {
    code: "MISSING_PARENT",
    message: "Write the message that this one answers first.",
    field,
  });
}

/** A title is made of the first message. */
export function noMessage() {
  return errorResponse(409, {
    code: "NO_MESSAGE",
    message: "This thread has no message yet. Send one first.",
  });
}

/** Only what a stored answer asks about can be decided, and only once. */
export function notAsked() {
  return errorResponse(409, {
    code: "NOT_ASKED",
    message: "This answer does not wait for that decision. Reload the thread.",
  });
}

/** The user has asked the model too often, and may ask again after so many seconds. */
export function tooManyQuestions(seconds: number) {
  const response = errorResponse(429, {
    code: "TOO_MANY_QUESTIONS",
    message: "You have asked a lot in a short time. Wait a minute, and ask again.",
  });
  response.headers.set("Retry-After", String(seconds));
  return response;
}

/** Nobody has set the key of a model. It is for whoever runs the server to read. */
export function noModel() {
  return errorResponse(503, {
    code: "NO_MODEL",
    message:
      "No model is there to answer. Set OPENAI_API_KEY and restart the server.",
  });
}

/** The reason stays in the server's log, because it can name your account. */
export function modelFailed() {
  return errorResponse(502, {
    code: "MODEL_FAILED",
    message: "The model did not answer. Try again.",
  });
}
