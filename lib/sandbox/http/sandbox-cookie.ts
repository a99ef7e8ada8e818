import { env } from "~/lib/env";
import { demoRoot } from "../protocol/addresses";
import type { Cookie } from "./cookies";
import { isHttps } from "./origin";

const sandboxCookie = "sandbox";

/** Over https. A page that came over http can neither set it nor overwrite it. */
const secureCookie = `__Secure-${sandboxCookie}`;

/** As long as better-auth keeps a session. The store decides how long the sandbox itself lives. */
const maxAge = 7 * 24 * 60 * 60;

/** A token, after the name of the instance that has its sandbox, if there is one. */
const tokenPattern = /^(?:[a-z\d]{1,32}~)?([\w-]+)$/;

/** Whether this is the cookie that holds the sandbox's token. */
export const isSandboxCookie = ({ name }: Pick<Cookie, "name">) =>
  name === sandboxCookie || name === secureCookie;

/**
 * The tokens in a request's cookies, each once. More than one means that somebody else has set a cookie in this browser, such as
 * another site of the same domain, to see what its owner writes. Nobody can say which is which.
 */
export function sandboxTokens(cookies: Cookie[], headers: Headers): string[] {
  const own = cookies.filter(({ name }) => name === nameFor(headers));
  return [...new Set(own.flatMap(({ value }) => tokenPattern.exec(value)?.[1] ?? []))];
}

/**
 * The `Set-Cookie` header that gives the browser its token. Where there are several instances, the name of this one stands
 * before it: the balancer reads it and sends the visitor here again. No instance reads it, so it opens nothing.
 */
export const tokenCookie = (token: string, headers: Headers) =>
  format(env.INSTANCE ? `${env.INSTANCE}~${token}` : token, maxAge, headers);

/** The `Set-Cookie` header that takes it away. */
export const clearedCookie = (headers: Headers) => format("", 0, headers);

// Safari drops a `Secure` cookie on http://localhost.
const nameFor = (headers: Headers) => (isHttps(headers) ? secureCookie : sandboxCookie);

function format(value: string, age: number, headers: Headers) {
  const secure = isHttps(headers) ? "; Secure" : "";
  return `${nameFor(headers)}=${value}; Path=${demoRoot}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}
