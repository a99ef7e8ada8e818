import type { TracedCookie } from "./trace";

/** Reads a `Set-Cookie` header: the cookie's value, and what is said of it. */
export function readSetCookie(header: string): TracedCookie & { value: string } {
  const [pair = "", ...rest] = header.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  const attributes = new Map(
    rest.map((part) => {
      const [name = "", ...value] = part.split("=");
      return [name.toLowerCase(), value.join("=")];
    }),
  );
  const maxAge = attributes.get("max-age");
  return {
    name: pair.slice(0, Math.max(at, 0)),
    value: pair.slice(at + 1),
    httpOnly: attributes.has("httponly"),
    secure: attributes.has("secure"),
    sameSite: attributes.get("samesite") ?? null,
    path: attributes.get("path") ?? null,
    maxAge: maxAge === undefined ? null : Number(maxAge),
  };
}
