import type { IncomingMessage } from "node:http";

/** The path that a request names, decoded, without its query. */
export function requestPath({ url = "/" }: IncomingMessage): string {
  const [path = "/"] = url.split("?", 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
