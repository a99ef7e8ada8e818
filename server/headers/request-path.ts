import type { IncomingMessage } from "node:http";

/** The path that a request names, decoded, without its query. */
export function requestPath({ url = "/" }: IncomingMessage): string {
  const [path = "/"] = url.split("?", 1);
  return decodePath(path);
}

/** As it is, if it cannot be decoded. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
