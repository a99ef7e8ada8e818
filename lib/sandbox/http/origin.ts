/**
 * The origin under which this request reached the site. Next.js fills the two headers in from `Host` and the socket.
 * `npm start` drops those that come from outside, unless TRUST_PROXY says that a proxy sets them.
 */
export function ownOrigin(headers: Headers) {
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return `${headers.get("x-forwarded-proto") ?? "http"}://${host}`;
}

/** Whether another site's page sent this. A request without `Origin` comes from no page, unless the browser says so. */
export function isForeign(headers: Headers) {
  const origin = headers.get("origin");
  if (origin) return origin !== ownOrigin(headers);
  const site = headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}
