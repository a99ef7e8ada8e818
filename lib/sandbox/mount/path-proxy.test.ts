import { headers } from "next/headers";
import { describe, expect, test } from "vitest";
import { parseCookies } from "../http/cookies";
import { withinNext } from "../testing/next-request";
import { rewriteRequestHeaders, rewriteResponseHeaders } from "./path-proxy";

const mountPoint = { prefix: "/demo/a", appOrigin: "https://guide.example.com" };

function seen(init: HeadersInit) {
  const headers = new Headers(init);
  rewriteRequestHeaders(headers, {
    ...mountPoint,
    cookies: parseCookies(headers.get("cookie")),
    address: "2001:db8::1",
  });
  return headers;
}

describe("on the way in", () => {
  const site = { host: "127.0.0.1:3000", "x-forwarded-host": "127.0.0.1:3000", "x-forwarded-proto": "http" };

  test("the site's own origin becomes the app's, whatever the visitor calls the site", () => {
    const headers = seen({
      ...site,
      origin: "http://127.0.0.1:3000",
      referer: "http://127.0.0.1:3000/demo/a/chat",
    });
    expect(headers.get("origin")).toBe("https://guide.example.com");
    expect(headers.get("referer")).toBe("https://guide.example.com/chat");
    expect(headers.get("host")).toBe("guide.example.com");
    expect(headers.has("x-forwarded-host")).toBe(false);
  });

  test.each(["https://evil.example", "null", "http://127.0.0.1:3001", "http://127.0.0.1:3000.evil.example"])(
    "the foreign origin %s stays",
    (origin) => expect(seen({ ...site, origin }).get("origin")).toBe(origin),
  );

  test("the visitor's address does not get in", () => {
    expect(seen({ ...site, "x-forwarded-for": "192.0.2.7" }).get("x-forwarded-for")).toBe("2001:db8::1");
  });

  test.each([
    ["sandbox=t0ken; better-auth.session_token=s", "better-auth.session_token=s"],
    ["better-auth.session_token=s; sandbox=t0ken", "better-auth.session_token=s"],
    ["a=1; sandbox=t0ken; b=2", "a=1; b=2"],
    ["my-sandbox=1; sandbox=t0ken", "my-sandbox=1"],
    ["sandbox=t0ken", null],
  ])("the sandbox's token stays outside: %s", (cookie, expected) => {
    expect(seen({ ...site, cookie }).get("cookie")).toBe(expected);
  });
});

test("Next.js' headers() is a view of the rewritten headers, so the example sees one request", async () => {
  const cookie = "sandbox=t0ken; better-auth.session_token=s";
  const incoming = new Request("http://127.0.0.1:3000/demo/a/api/threads", {
    headers: { cookie, host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" },
  });
  const response = await withinNext(incoming, async (request) => {
    const cookies = parseCookies(request.headers.get("cookie"));
    rewriteRequestHeaders(request.headers, { ...mountPoint, cookies, address: "2001:db8::1" });
    return Response.json({
      request: Object.fromEntries(request.headers),
      view: Object.fromEntries(await headers()),
    });
  });
  const seenByExample = await response.json();
  expect(seenByExample.view).toEqual(seenByExample.request);
  expect(seenByExample.view).toMatchObject({
    cookie: "better-auth.session_token=s",
    host: "guide.example.com",
    origin: "https://guide.example.com",
    "x-forwarded-for": "2001:db8::1",
  });
});

describe("on the way out", () => {
  function rewritten(...headers: [string, string][]) {
    const out = new Headers(headers);
    rewriteResponseHeaders(out, mountPoint);
    return out;
  }

  test("every cookie goes to the path of its browser, one that is cleared as well", () => {
    const cookies = rewritten(
      ["set-cookie", "better-auth.session_token=x%2Fy; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax"],
      ["set-cookie", "better-auth.session_data=; Max-Age=0; path=/"],
      ["set-cookie", "elsewhere=1; Path=/other"],
    ).getSetCookie();
    expect(cookies).toEqual([
      "better-auth.session_token=x%2Fy; Max-Age=604800; Path=/demo/a; HttpOnly; SameSite=Lax",
      "better-auth.session_data=; Max-Age=0; Path=/demo/a",
      "elsewhere=1; Path=/other",
    ]);
  });

  test("links and redirects stay under the path", () => {
    expect(rewritten(["link", '</api/threads?after=1_x>; rel="next"']).get("link")).toBe(
      '</demo/a/api/threads?after=1_x>; rel="next"',
    );
    expect(rewritten(["location", "https://guide.example.com/api/auth/error"]).get("location")).toBe(
      "/demo/a/api/auth/error",
    );
    expect(rewritten(["location", "https://accounts.example/login"]).get("location")).toBe(
      "https://accounts.example/login",
    );
    expect(rewritten(["location", "//evil.example/"]).get("location")).toBe("//evil.example/");
  });
});
