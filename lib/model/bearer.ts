import { createHash, timingSafeEqual } from "node:crypto";

/** Whether the request carries the key, compared in a time that does not depend on how much of it is right. */
export function carriesKey(request: Request, key: string): boolean {
  const sent = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(sent), digest(key));
}

/** Digests have one length, which `timingSafeEqual` asks for. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
