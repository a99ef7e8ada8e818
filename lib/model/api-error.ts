/** An error that the caller may see, in the shape of OpenAI's API. */
export class ApiError extends Error {
  constructor(
    private readonly status: number,
    message: string,
    private readonly details: { code?: string; param?: string } = {},
  ) {
    super(message);
    this.name = "ApiError";
  }

  toResponse(): Response {
    const { code = null, param = null } = this.details;
    const type = this.status >= 500 ? "server_error" : "invalid_request_error";
    return Response.json({ error: { message: this.message, type, param, code } }, { status: this.status });
  }
}
