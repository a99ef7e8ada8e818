/**
 * The body of a request, or "too large". It is read whole before the app sees it. So the limit holds without
 * Content-Length, and the request can be answered a second time on a fresh database.
 */
export async function readBody(request: Request, maxBytes: number) {
  if (!request.body) return undefined;
  if (Number(request.headers.get("content-length")) > maxBytes) return "too large";

  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return "too large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
