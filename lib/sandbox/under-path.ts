import { withoutToken } from "./cookie";
import { ownOrigin } from "./own-origin";
import { pretendHeader } from "./pretence";

// What any reverse proxy does for an app that it shows under a path.

export interface Place {
  /** Where the app is on the site, such as `/demo/a`. */
  prefix: string;
  /** The app's own idea of its address. */
  appOrigin: string;
}

/** Rewrites, in place, the headers of a request to what the app would have received at its own address. */
export function inwards(headers: Headers, { prefix, appOrigin }: Place, address: string) {
  const siteOrigin = ownOrigin(headers);
  for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", pretendHeader]) {
    headers.delete(name);
  }
  headers.set("x-forwarded-for", address);

  const cookies = withoutToken(headers.get("cookie") ?? "");
  if (cookies) headers.set("cookie", cookies);
  else headers.delete("cookie");

  headers.set("host", appOrigin.slice(appOrigin.indexOf("//") + 2));
  // A foreign origin stays what it is: the app must see it to refuse it.
  if (headers.get("origin") === siteOrigin) headers.set("origin", appOrigin);
  const referer = headers.get("referer");
  if (referer?.startsWith(`${siteOrigin}/`)) {
    headers.set("referer", appOrigin + withoutPrefix(referer.slice(siteOrigin.length), prefix));
  }
}

function withoutPrefix(path: string, prefix: string) {
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

/** Rewrites, in place, the headers in which an answer says where something is. */
export function outwards(headers: Headers, { prefix, appOrigin }: Place) {
  const cookies = headers.getSetCookie();
  headers.delete("set-cookie");
  for (const cookie of cookies) {
    headers.append("set-cookie", cookie.replace(/;\s*path=\/(?=;|\s*$)/i, `; Path=${prefix}`));
  }

  const outside = (url: string) => {
    const path = url.startsWith(`${appOrigin}/`) ? url.slice(appOrigin.length) : url;
    return /^\/(?!\/)/.test(path) ? prefix + path : url;
  };
  const location = headers.get("location");
  if (location) headers.set("location", outside(location));
  const link = headers.get("link");
  if (link)
    headers.set(
      "link",
      link.replaceAll(/<([^>]*)>/g, (_, url: string) => `<${outside(url)}>`),
    );
}
