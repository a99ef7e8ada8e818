import { expect, test } from "vitest";
import { parseCookies, partsOf } from "../http/cookies";
import { masked } from "../protocol/trace";
import { Secrets } from "./secrets";

test("a secret is hidden inside of a text, a short one only if it is the text", () => {
  const secrets = new Secrets();
  secrets.add(["long-enough-secret", "dark"]);
  expect(secrets.hide("id=long-enough-secret&x")).toBe(`id=${masked}&x`);
  expect(secrets.hide("dark")).toBe(masked);
  expect(secrets.hide("a dark room")).toBe("a dark room");
});

test("nothing is left of one secret that holds another", () => {
  const secrets = new Secrets();
  secrets.add(["tokentoken", "tokentoken.signature", "signature"]);
  expect(secrets.hide("<tokentoken.signature>")).toBe(`<${masked}>`);
});

test("a cookie gives away its value, decoded or not, and the parts of it", () => {
  expect(partsOf("token.c2ln%2BA%3D")).toEqual(["token.c2ln%2BA%3D", "token.c2ln+A=", "token", "c2ln+A="]);
  expect(partsOf("100%")).toContain("100%");
});

test("reads cookies as browsers send them", () => {
  expect(parseCookies("a=1; b=x=y;c=; nameless")).toEqual([
    { name: "a", value: "1" },
    { name: "b", value: "x=y" },
    { name: "c", value: "" },
    { name: "", value: "nameless" },
  ]);
  expect(parseCookies("")).toEqual([]);
});
