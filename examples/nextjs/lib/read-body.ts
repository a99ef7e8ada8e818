import { z } from "zod";
import { errorResponse, tooLarge } from "./error-response";
import { refuseForeignOrigin } from "./foreign-origin";
import { maxMessageBytes } from "./message";

// #region read-body
/** The validated body of a write, or the response that says why there is none. */
export async function readBody<Body>(request: Request, schema: z.ZodType<Body>, maxBytes = maxMessageBytes) {
  const refusal = await refuseForeignOrigin(request);
  if (refusal) return refusal;

  // A form on another site can post text, but not JSON: that takes a preflight, which it does not pass.
  const contentType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (contentType !== "application/json") {
    return errorResponse(415, { code: "NOT_JSON", message: "Send Content-Type: application/json." });
  }

  const text = await readText(request, maxBytes);
  if (text === null) return tooLarge(maxBytes);

  const result = schema.safeParse(parseJson(text));
  return result.success ? result.data : invalidBody(result.error);
}
// #endregion read-body

/** Counts while it reads, because Content-Length may be missing. Null: there is more than `maxBytes`. */
async function readText(request: Request, maxBytes: number) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return new Blob(chunks).text();
}

/** Undefined, which no schema accepts, for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function invalidBody(error: z.ZodError) {
  const [issue] = error.issues;
  const path = [...(issue?.path ?? []), ...(issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [])];
  return errorResponse(400, {
    code: "INVALID_BODY",
    message: issue?.message ?? "Send a JSON object.",
    ...(path.length > 0 && { field: path.join(".") }),
  });
}
