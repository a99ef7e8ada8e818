import "server-only";
import type { z } from "zod";
import { errorResponse, tooLarge } from "./error-response";
import { refuseForeignOrigin } from "./foreign-origin";
import { maxMessageBytes } from "./message-schema";

// #region read-body
/** The validated body of a write, or the response that refuses it. */
export async function readBody<Body>(
  request: Request,
  schema: z.ZodType<Body>,
  maxBytes = maxMessageBytes,
) {
  const refusal = await refuseForeignOrigin(request);
  if (refusal) return refusal;

  // A form on another site can post text. JSON takes a preflight request, which this
  // server does not answer.
  const contentType = request.headers
    .get("content-type")
    ?.split(";")[0]
    ?.trim()
    .toLowerCase();
  if (contentType !== "application/json") {
    return errorResponse(415, {
      code: "NOT_JSON",
      message: "Send Content-Type: application/json.",
    });
  }

  const text = await readText(request, maxBytes);
  if (text === null) return tooLarge(maxBytes);

  const json = parseJson(text);
  if (json === undefined)
    return errorResponse(400, {
      code: "INVALID_JSON",
      message: "Send a body of valid JSON.",
    });

  const result = schema.safeParse(json);
  return result.success ? result.data : invalidBody(result.error);
}
// #endregion read-body

/**
 * Null if the body has more than `maxBytes`. It counts while it reads, because
 * Content-Length may be missing. It does not cancel the rest: that would close the
 * connection before the answer has been sent.
 */
async function readText(request: Request, maxBytes: number) {
  const reader = request.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes) return null;
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names the first problem and its field. */
function invalidBody({ issues: [issue] }: z.ZodError) {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(unknown ? [unknown] : [])].join(".");
  return errorResponse(400, {
    code: "INVALID_BODY",
    message: unknown
      ? `Leave out ${unknown}: there is no such field.`
      : (issue?.message ?? "Send a JSON object."),
    ...(path && { field: path }),
  });
}
