import { expect, test } from "vitest";
import { pretend } from "./pretend";

const sent = {
  cookie: "sandbox=t0ken; better-auth.session_token=real.signature; theme=dark",
  origin: "http://localhost:3000",
  "sec-fetch-site": "same-origin",
  "content-type": "application/json",
};

function pretending(pretence: string, headers: HeadersInit = sent) {
  const all = new Headers(headers);
  all.set("x-demo-pretend", pretence);
  const changed = pretend(all);
  if (changed instanceof Response) throw new Error(`Refused: ${changed.status}`);
  return changed;
}

test("without its cookies a request still has its sandbox", () => {
  expect(pretending("no-cookie").get("cookie")).toBe("sandbox=t0ken");
});

test("forged cookies have the names and the shape of the real ones, another value each time, and the sandbox is kept", () => {
  const cookie = () => pretending("forged-cookie").get("cookie") ?? "";
  expect(cookie()).toMatch(/^sandbox=t0ken; better-auth\.session_token=[\da-f]{32}\.[\w%]+; theme=[^;]+$/);
  expect(cookie()).not.toContain("real");
  expect(cookie()).not.toContain("signature");
  expect(cookie()).not.toBe(cookie());
});

test("who has no cookies gets none", () => {
  for (const pretence of ["no-cookie", "forged-cookie"])
    expect(pretending(pretence, {}).get("cookie")).toBe("");
});

test("from another site comes everything that tells a server so, and the cookies with it", () => {
  expect(Object.fromEntries(pretending("foreign-origin"))).toMatchObject({
    cookie: sent.cookie,
    origin: "https://evil.example",
    referer: "https://evil.example/",
    "sec-fetch-site": "cross-site",
    "content-type": "application/json",
  });
});

test("keeping cookies changes nothing on the way in", () => {
  expect(Object.fromEntries(pretending("keep-cookies"))).toMatchObject(sent);
});

test.each(["", "admin", "no-cookie, foreign-origin", "NO-COOKIE"])("%j is no pretence", async (pretence) => {
  const refusal = pretend(new Headers({ ...sent, "x-demo-pretend": pretence }));
  if (!(refusal instanceof Response)) throw new Error("It was let through.");
  expect(refusal.status).toBe(400);
  expect(await refusal.json()).toEqual({
    code: "NO_SUCH_PRETENCE",
    message: expect.stringContaining("no-cookie, forged-cookie, foreign-origin, keep-cookies"),
  });
});
