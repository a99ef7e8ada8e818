import { expect, test } from "vitest";
import { readSetCookie } from "../http/cookies";

test("reads what is said of a cookie", () => {
  const header = "__Secure-s=a=b; Max-Age=604800; Path=/demo/a; HttpOnly; Secure; SameSite=Lax";
  expect(readSetCookie(header)).toEqual({
    name: "__Secure-s",
    value: "a=b",
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    path: "/demo/a",
    maxAge: 604_800,
  });
});

test("what is not said is not made up", () => {
  expect(readSetCookie("s=")).toEqual({
    name: "s",
    value: "",
    httpOnly: false,
    secure: false,
    sameSite: null,
    path: null,
    maxAge: null,
  });
});
