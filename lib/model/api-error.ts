type Details = { code?: string; param?: string };

/** An error that the caller may see, in the shape of OpenAI's API. */
export class ApiError extends Error {
  readonly status: number;
  readonly details: Details;

  constructor(status: number, message: string, details: Details = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.details = details;
  }

  toResponse(): Response {
    const { code = null, param = null } = this.details;
    const type = this.status >= 500 ? "server_error" : "invalid_request_error";
    return Response.json({ error: { message: this.message, type, param, code } }, { status: this.status });
  }
}
