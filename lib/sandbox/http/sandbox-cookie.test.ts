import { expect, test } from "vitest";
import { parseCookies } from "./cookies";
import { clearedCookie, sandboxToken, tokenCookie } from "./sandbox-cookie";

const http = new Headers({ host: "localhost:3000", "x-forwarded-proto": "http" });
const https = new Headers({ host: "guide.example.com", "x-forwarded-proto": "https" });

test("scripts cannot read it, other sites cannot post with it, and only the demos get it", () => {
  expect(tokenCookie("t0ken", http)).toBe(
    "sandbox=t0ken; Path=/demo; Max-Age=604800; HttpOnly; SameSite=Lax",
  );
});

test("on https it never travels in the clear; on http://localhost Safari would drop a Secure one", () => {
  expect(tokenCookie("t0ken", https)).toMatch(/; Secure$/);
  expect(tokenCookie("t0ken", http)).not.toMatch(/Secure/);
});

test("clearing it names the same path", () => {
  expect(clearedCookie(http)).toBe("sandbox=; Path=/demo; Max-Age=0; HttpOnly; SameSite=Lax");
});

test.each([
  ["sandbox=t0k-en_1", "t0k-en_1"],
  ["a=1; sandbox=t0ken; b=2", "t0ken"],
  ["my-sandbox=x", undefined],
  ["sandbox=", undefined],
  ["", undefined],
])("reads %s", (cookie, token) => {
  expect(sandboxToken(parseCookies(cookie))).toBe(token);
});
