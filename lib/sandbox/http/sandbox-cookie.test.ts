import { expect, test } from "vitest";
import { parseCookies } from "./cookies";
import { clearedCookie, isSandboxCookie, sandboxTokens, tokenCookie } from "./sandbox-cookie";

const http = new Headers({ host: "localhost:3000", "x-forwarded-proto": "http" });
const https = new Headers({ host: "guide.example.com", "x-forwarded-proto": "https" });

test("scripts cannot read it, other sites cannot post with it, and only the demos get it", () => {
  expect(tokenCookie("t0ken", http)).toBe(
    "sandbox=t0ken; Path=/demo; Max-Age=604800; HttpOnly; SameSite=Lax",
  );
});

test("on https it never travels in the clear; on http://localhost Safari would drop a Secure one", () => {
  expect(tokenCookie("t0ken", https)).toMatch(/^__Secure-sandbox=t0ken; .*; Secure$/);
  expect(tokenCookie("t0ken", http)).not.toMatch(/Secure/);
});

test("clearing it names the same path", () => {
  expect(clearedCookie(http)).toBe("sandbox=; Path=/demo; Max-Age=0; HttpOnly; SameSite=Lax");
});

test.each([
  [http, "sandbox=t0k-en_1", ["t0k-en_1"]],
  [http, "a=1; sandbox=t0ken; b=2", ["t0ken"]],
  [http, "sandbox=t0ken; sandbox=t0ken", ["t0ken"]],
  [http, "sandbox=one; sandbox=two", ["one", "two"]],
  [http, "my-sandbox=x", []],
  [http, "sandbox=one~t0ken", ["t0ken"]],
  // Another instance has named it, and it is one sandbox all the same.
  [http, "sandbox=one~t0ken; sandbox=t0ken", ["t0ken"]],
  [http, "sandbox=~t0ken; sandbox=a~b~c; sandbox=One~t0ken", []],
  [http, "sandbox=", []],
  [http, "", []],
  [https, "__Secure-sandbox=t0ken", ["t0ken"]],
  // A page that came over http may have set it.
  [https, "sandbox=planted; __Secure-sandbox=t0ken", ["t0ken"]],
  [https, "sandbox=planted", []],
])("%o: reads %s", (headers, cookie, tokens) => {
  expect(sandboxTokens(parseCookies(cookie), headers)).toEqual(tokens);
});

test("under both names it is the site's own, which the example does not see", () => {
  const names = ["sandbox", "__Secure-sandbox", "__Secure-better-auth.session_token"];
  expect(names.map((name) => isSandboxCookie({ name }))).toEqual([true, true, false]);
});
