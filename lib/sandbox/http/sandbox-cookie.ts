import { demoRoot } from "../protocol/addresses";
import type { Cookie } from "./cookies";
import { ownOrigin } from "./origin";

const sandboxCookie = "sandbox";

/** As long as better-auth keeps a session. The store decides how long the sandbox itself lives. */
const maxAge = 7 * 24 * 60 * 60;

/** Whether this is the cookie that holds the sandbox's token. */
export const isSandboxCookie = ({ name }: Pick<Cookie, "name">) => name === sandboxCookie;

/** The token of the visitor's sandbox, if the request brings one. */
export const sandboxToken = (cookies: Cookie[]) =>
  cookies.find((cookie) => isSandboxCookie(cookie) && /^[\w-]+$/.test(cookie.value))?.value;

/** The `Set-Cookie` header that gives the browser its token. */
export const tokenCookie = (token: string, headers: Headers) => format(token, maxAge, headers);

/** The `Set-Cookie` header that takes it away. */
export const clearedCookie = (headers: Headers) => format("", 0, headers);

function format(value: string, age: number, headers: Headers) {
  // Safari drops a `Secure` cookie on http://localhost.
  const secure = ownOrigin(headers).startsWith("https:") ? "; Secure" : "";
  return `${sandboxCookie}=${value}; Path=${demoRoot}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}
