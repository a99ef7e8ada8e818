import type { IncomingMessage } from "node:http";

/** The path of a request, decoded, without its query. */
export function pathnameOf({ url = "/" }: IncomingMessage): string {
  const [path = "/"] = url.split("?", 1);
  return decodePathname(path);
}

/** The decoded path. One that cannot be decoded stays as it is. */
export function decodePathname(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
