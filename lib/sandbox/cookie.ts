import { ownOrigin } from "./own-origin";

const name = "sandbox";
const path = "/demo";
/** As long as better-auth keeps a session. How long the sandbox itself lives is the store's to say. */
const maxAge = 7 * 24 * 60 * 60;

const pattern = /(?:^|;)\s*sandbox=([\w-]+)/;
const everywhere = new RegExp(pattern, "g");

/** The token that a request brings. */
export const readToken = (headers: Headers) => pattern.exec(headers.get("cookie") ?? "")?.[1];

/** Whether a cookie is the token's. */
export const isToken = (cookie: string) => cookie === name;

/** The cookies of a request without the token, which is none of the example's business. */
export function withoutToken(cookies: string) {
  return cookies.replace(everywhere, "").replace(/^;\s*/, "");
}

/** The token's cookie and no other, as it came. */
export function tokenOnly(headers: Headers) {
  const token = readToken(headers);
  return token ? `${name}=${token}` : "";
}

export const tokenCookie = (token: string, headers: Headers) => format(token, maxAge, headers);

export const clearedCookie = (headers: Headers) => format("", 0, headers);

function format(value: string, age: number, headers: Headers) {
  // Safari drops a `Secure` cookie on http://localhost.
  const secure = ownOrigin(headers).startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}
