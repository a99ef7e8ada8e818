interface Refusal {
  code: string;
  /** Says what to do about it. */
  message: string;
  /** Seconds until it is worth another try. */
  retryAfter?: number;
}

/** An error of the sandbox itself, in the shape in which the example and better-auth word theirs. */
export function refuse(status: number, refusal: Refusal) {
  const headers = new Headers();
  if (refusal.retryAfter !== undefined) headers.set("Retry-After", String(refusal.retryAfter));
  return Response.json(refusal, { status, headers });
}
