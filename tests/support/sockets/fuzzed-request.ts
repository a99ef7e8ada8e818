/** Numbers below 1 that follow from a seed, so that a failure can be seen again (mulberry32). */
export function randomNumbers(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const usual = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const unusual = ["TRACE", "CONNECT", "PROPFIND", "M-SEARCH", "PURGE", "QUERY", "LINK", "get", "FOO", ""];

/** Each route of the site, and some addresses of Next.js' own. */
const paths = [
  "/",
  "/docs",
  "/docs.rsc",
  "/docs.md",
  "/docs/setup",
  "/docs/setup.md",
  "/docs/not-there",
  "/api/search?query=thread",
  "/examples/nextjs/README.md",
  "/raw/examples/nextjs/README.md",
  "/markdown/setup",
  "/og/docs/setup/image.png",
  "/r/all.json",
  "/llms.txt",
  "/llms-full.txt",
  "/verify.mjs",
  "/starter.zip",
  "/robots.txt",
  "/sitemap.xml",
  "/icon.svg",
  "/favicon.ico",
  "/model/v1/responses",
  "/demo/session",
  "/demo/mistakes",
  "/demo/database?table=user",
  "/demo/code/threads",
  "/demo/a",
  "/demo/a/chat",
  "/demo/a/mistakes/no-session-check",
  "/demo/a/api/threads",
  "/demo/a/api/threads?after=nonsense",
  "/demo/b/api/threads/thread-1",
  "/demo/b/api/threads/thread-1/messages",
  "/demo/c/api/threads/thread-1/title",
  "/demo/a/api/chat",
  "/demo/a/api/auth/get-session",
  "/demo/a/api/auth/sign-in/email",
  "/demo/a/api/auth/sign-up/email",
  "/demo/a/api/auth/verify-email?token=x&callbackURL=/docs",
  "/demo/a/api/auth/error",
  "/demo/z/api/threads",
  "/healthz",
  "/readyz",
  "/metrics",
  "/_next/image?url=%2Ficon.svg&w=64&q=75",
  "/_next/static/chunks/main.js",
  "/_next/data/x/docs.json",
  "/_next/webpack-hmr",
  "/_global-error",
  "/_not-found",
  "/404",
  "/500",
  "/_error",
  "/__nextjs_original-stack-frame",
];

const disturbances = [
  "%",
  "%ff",
  "%zz",
  "%00",
  "%2f",
  "%2e%2e%2f",
  "/../",
  "/..%5c",
  "//",
  "/.",
  "\\",
  ";a=b",
  "?",
  "?%ff=%zz",
  "?a[]=1&a[b]=2&a=3",
  "?_rsc=abc",
  "?__nextDataReq=1",
  "#part",
  "\xff",
  "<script>",
  "{x}",
  "[x]",
  "'\"`",
  "%F0%9F%98%80",
  ".rsc",
  ".json",
  ".segments/_tree.segment.rsc",
  "a".repeat(300),
  "a".repeat(9000),
];

const otherTargets = [
  "*",
  "",
  "http://evil.example/docs",
  "https://evil.example",
  "evil.example:443",
  "//evil.example/docs",
  "/\\evil.example",
  "docs",
  "?docs",
  "\xff\xfe",
];

const headers = [
  "Accept: text/markdown",
  "Accept: \xff",
  "Accept-Encoding: br;q=zz, gzip;q=9",
  "Accept-Encoding: identity;q=0",
  "RSC: 1",
  "RSC: 1\r\nNext-Router-Prefetch: 1",
  "RSC: 1\r\nNext-Router-Segment-Prefetch: /_tree",
  "RSC: 1\r\nNext-Router-State-Tree: %5B%22",
  "RSC: 1\r\nNext-Router-State-Tree: nonsense",
  "Next-Action: 40c0ffee",
  "Next-Action: x\r\nContent-Type: multipart/form-data; boundary=x",
  "X-Action-Redirect: /docs",
  "X-Nextjs-Data: 1",
  "X-Nextjs-Html-Request-Id: x",
  "X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy",
  "X-Middleware-Rewrite: http://evil.example/",
  "X-Matched-Path: /docs",
  "X-Prerender-Revalidate: x",
  "X-Invoke-Status: 500",
  "X-Forwarded-Host: evil.example",
  "X-Forwarded-Proto: gopher",
  "X-Forwarded-For: , ,",
  "X-Original-URL: /demo/session",
  "X-HTTP-Method-Override: TRACE",
  "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13",
  "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
  "Expect: 100-continue",
  "Expect: a-miracle",
  "Range: bytes=9-1",
  "Range: bytes=0-0,-1",
  "If-None-Match: *",
  "If-Modified-Since: yesterday",
  "Origin: null",
  "Origin: http://evil.example",
  "Referer: \xff",
  "Authorization: Bearer x",
  "Authorization: Basic \xff",
  "Cookie: sandbox=",
  "Cookie: sandbox=x; sandbox=y",
  "Cookie: sandbox=.x",
  "Cookie: sandbox=a.b.c",
  "Cookie: =; ;; a; better-auth.session_token=%ff",
  "Cookie: __prerender_bypass=x; __next_preview_data=y",
  "X-Demo-Simulate: foreign-origin",
  "X-Demo-Simulate: \xff",
  "X-Request-Id: a b\xff",
  "Content-Type: \xff",
  "Content-Encoding: gzip",
  "Host: evil.example",
  "Host: ",
  "Host: a b",
  `X-Long: ${"a".repeat(20_000)}`,
  "Bad Header: x",
  ": x",
];

const bodies = [
  "",
  "{",
  "null",
  "[]",
  '"text"',
  '{"__proto__":{"a":1}}',
  '{"messages":[{"role":"user","parts":[{"type":"text","text":"Hello"}]}],"id":"thread-1"}',
  '{"messages":null,"id":{}}',
  '{"email":"alice@example.com","password":"\\u0000"}',
  '{"email":{},"password":[]}',
  '{"localId":"a\\u0000b"}',
  '{"ids":["a","a"]}',
  '{"on":["nonsense"]}',
  "[".repeat(20_000),
  "a=b&c=%ff",
  '--x\r\nContent-Disposition: form-data; name="1_$ACTION_ID_x"\r\n\r\n[]\r\n--x--',
  "--x\r\n",
  "\x00\xff\xfe",
];

const contentTypes = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "text/plain",
  "text/plain;charset=UTF-99",
];

/**
 * A request as a broken or hostile client might send it. It is complete, so that every server has what it needs to
 * answer. `cookie` is put on half of them, so that they get further than to the door.
 */
export function fuzzedRequest(random: () => number, host: string, cookie: string): string {
  const one = <Item>(items: Item[]) => items[Math.floor(random() * items.length)] as Item;
  const chance = (share: number) => random() < share;

  const method = one(chance(0.8) ? usual : unusual);
  let target = chance(0.9) ? one(paths) : one(otherTargets);
  if (chance(0.5)) {
    const at = Math.floor(random() * (target.length + 1));
    target = target.slice(0, at) + one(disturbances) + target.slice(at);
  }
  const version = chance(0.95) ? "1.1" : one(["1.0", "0.9", "2.0", "1.2", "x"]);

  const lines = [`${method} ${target} HTTP/${version}`];
  if (chance(0.97)) lines.push(`Host: ${host}`);
  // Whoever deletes the sandbox is let in nowhere from then on.
  if (chance(0.5) && !target.startsWith("/demo/session"))
    lines.push(`Cookie: ${cookie}`, `Origin: http://${host}`);
  for (let left = Math.floor(random() * 4); left > 0; left--) lines.push(one(headers));
  if (!lines.some((line) => line.includes("Connection:"))) lines.push("Connection: close");

  const body = chance(0.5) ? one(bodies) : "";
  if (body) lines.push(`Content-Type: ${one(contentTypes)}`);
  const isChunked = body !== "" && chance(0.3);
  if (isChunked) lines.push("Transfer-Encoding: chunked");
  else if (body || chance(0.1)) lines.push(`Content-Length: ${body.length}`);
  if (chance(0.02))
    lines.push(one(["Transfer-Encoding: chunked, gzip", "Content-Length: -1", "Content-Length: 1x"]));
  const sent = isChunked ? `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n` : body;
  return `${lines.join("\r\n")}\r\n\r\n${sent}`;
}
