import type { TracedCookie } from "../protocol/trace";

export interface Cookie {
  /** Empty for a cookie that has none. */
  name: string;
  value: string;
}

/** The cookies of a `Cookie` header, in its order. */
export function parseCookies(header: string | null): Cookie[] {
  return (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "")
    .map(parsePair);
}

function parsePair(pair: string): Cookie {
  const at = pair.indexOf("=");
  return { name: pair.slice(0, Math.max(at, 0)), value: pair.slice(at + 1) };
}

/** The `Cookie` header of these cookies. */
export const formatCookies = (cookies: Cookie[]) =>
  cookies.map(({ name, value }) => (name === "" ? value : `${name}=${value}`)).join("; ");

/** All that a cookie's value gives away: itself, encoded or not, and the token and the signature that it consists of. */
export function partsOf(value: string): string[] {
  const decoded = decode(value);
  return [value, decoded, ...decoded.split(".")].filter((part) => part !== "");
}

function decode(value: string) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Reads a `Set-Cookie` header: the cookie's value and its attributes. */
export function readSetCookie(header: string): TracedCookie & { value: string } {
  const [pair = "", ...rest] = header.split(";").map((part) => part.trim());
  const attributes = new Map(
    rest.map((part) => {
      const [name = "", ...value] = part.split("=");
      return [name.toLowerCase(), value.join("=")];
    }),
  );
  const maxAge = attributes.get("max-age");
  return {
    ...parsePair(pair),
    httpOnly: attributes.has("httponly"),
    secure: attributes.has("secure"),
    sameSite: attributes.get("samesite") ?? null,
    path: attributes.get("path") ?? null,
    maxAge: maxAge === undefined ? null : Number(maxAge),
  };
}
