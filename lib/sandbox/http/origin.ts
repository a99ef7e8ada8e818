import { env } from "~/lib/env";

/**
 * The origin under which this request reached the site. Next.js fills the two headers in from `Host` and the socket.
 * `npm start` drops those that come from outside, unless TRUST_PROXY says that a proxy sets them.
 */
function originOf(headers: Headers) {
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return `${headers.get("x-forwarded-proto") ?? "http"}://${host}`;
}

/**
 * The site's own origins: the one under which the operator says that browsers reach it, and the one under which this
 * request did. A proxy may have put its own name for the site into `Host`, as nginx does unless it is told otherwise.
 */
export const ownOrigins = (headers: Headers) => [env.SITE_URL, originOf(headers)];

/** Whether the visitor's browser speaks https, with a proxy in front of the site. */
export const isHttps = (headers: Headers) =>
  ownOrigins(headers).some((origin) => origin.startsWith("https:"));

/** Whether another site's page sent this. A request without `Origin` comes from no page, unless the browser says so. */
export function isForeign(headers: Headers) {
  const origin = headers.get("origin");
  if (origin) return !ownOrigins(headers).includes(origin);
  const site = headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}
