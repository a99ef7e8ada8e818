import { type Cookie, formatCookies } from "../http/cookies";
import { ownOrigins } from "../http/origin";
import { isSandboxCookie } from "../http/sandbox-cookie";
import { simulateHeader } from "../protocol/simulation";

// This is what any reverse proxy does for an app that it shows under a path.

export interface MountPoint {
  /** Where the app is on the site, such as `/demo/a`. */
  prefix: string;
  /** The app's own idea of its address. */
  appOrigin: string;
}

interface Rewrite extends MountPoint {
  /** The cookies in these headers. */
  cookies: Cookie[];
  /** The address that the app sees in place of the visitor's. */
  address: string;
}

/**
 * Rewrites a request's headers to those that the app would have received at its own address. It changes the headers
 * themselves, and no copy: Next.js' `headers()`, which the example reads, is a view of them. So there is one version of
 * the request.
 */
export function rewriteRequestHeaders(headers: Headers, { prefix, appOrigin, cookies, address }: Rewrite) {
  const siteOrigins = ownOrigins(headers);
  for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", simulateHeader]) {
    headers.delete(name);
  }
  headers.set("x-forwarded-for", address);

  const appCookies = cookies.filter((cookie) => !isSandboxCookie(cookie));
  if (appCookies.length > 0) headers.set("cookie", formatCookies(appCookies));
  else headers.delete("cookie");

  headers.set("host", appOrigin.slice(appOrigin.indexOf("//") + 2));
  // A foreign origin stays what it is: the app must see it to refuse it.
  const origin = headers.get("origin");
  if (origin && siteOrigins.includes(origin)) headers.set("origin", appOrigin);
  const referer = headers.get("referer");
  const from = siteOrigins.find((origin) => referer?.startsWith(`${origin}/`));
  if (referer && from) headers.set("referer", appOrigin + withoutPrefix(referer.slice(from.length), prefix));
}

function withoutPrefix(path: string, prefix: string) {
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

/** Rewrites, in place, the headers in which an answer says where something is. */
export function rewriteResponseHeaders(headers: Headers, { prefix, appOrigin }: MountPoint) {
  const cookies = headers.getSetCookie();
  headers.delete("set-cookie");
  for (const cookie of cookies) {
    headers.append("set-cookie", cookie.replace(/; ?path=\/(?=;|$)/i, `; Path=${prefix}`));
  }

  const outside = (url: string) => {
    const path = url.startsWith(`${appOrigin}/`) ? url.slice(appOrigin.length) : url;
    return /^\/(?!\/)/.test(path) ? prefix + path : url;
  };
  const rewrite = (name: string, change: (value: string) => string) => {
    const value = headers.get(name);
    if (value) headers.set(name, change(value));
  };
  rewrite("location", outside);
  rewrite("link", (link) => link.replaceAll(/<([^<>]*)>/g, (_, url: string) => `<${outside(url)}>`));
}
