import { forgedValue } from "../forged-value";
import type { SetCookie } from "../transport";

/** Reads a `Set-Cookie` header. */
export function parseSetCookie(header: string): SetCookie {
  const [pair = "", ...attributes] = header.split(/;\s*/);
  const [name, value] = splitAt(pair, "=");
  const content = (wanted: string) =>
    attributes.map((attribute) => splitAt(attribute, "=")).find(([key]) => key.toLowerCase() === wanted)?.[1];
  return {
    name,
    value,
    httpOnly: content("httponly") !== undefined,
    secure: content("secure") !== undefined,
    sameSite: content("samesite") ?? null,
    path: content("path") ?? null,
    attributes,
  };
}

/** The same cookies, with values that nobody issued. */
export const forge = (cookies: string) =>
  cookies
    .split(/;\s*/)
    .map((pair) => `${splitAt(pair, "=")[0]}=${forgedValue()}`)
    .join("; ");

/** What stands before the first separator, and all that stands after it. */
export function splitAt(text: string, separator: string): [string, string] {
  const [first = ""] = text.split(separator, 1);
  return [first, text.slice(first.length + separator.length)];
}
