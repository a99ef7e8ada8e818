import { expect, test, vi } from "vitest";
import { Visitor } from "../testing/visitor";

await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  testSettings({ SIGN_INS_PER_MINUTE: "30", SANDBOXES_PER_HOUR: "100" });
});

async function visitor() {
  const visitor = new Visitor();
  await visitor.start();
  return visitor;
}

/** A sign-in that fails, after the password has been hashed, from this address. */
const tryToSignIn = (visitor: Visitor, address: string) =>
  visitor.call(
    "a",
    "auth/sign-in/email",
    "POST",
    { email: "alice@example.com", password: "not-her-password" },
    { "x-forwarded-for": address },
  );

test("sign-ins from one address are counted over all its sandboxes, and nobody else's", async () => {
  const address = "192.0.2.1";
  for (let count = 0; count < 30; count++) {
    const newcomer = await visitor();
    const path = count % 2 ? "auth/sign-in/email" : "auth/sign-up/email";
    await newcomer.call("a", path, "POST", {}, { "x-forwarded-for": address });
  }
  const response = await tryToSignIn(await visitor(), address);
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toMatch(/^([1-9]|[1-5]\d|60)$/);
  expect(await response.json()).toMatchObject({ code: "TOO_MANY_SIGN_INS", message: expect.any(String) });

  const other = await visitor();
  expect((await tryToSignIn(other, "192.0.2.2")).status).toBe(401);
  const headers = { "x-forwarded-for": address };
  expect((await other.call("a", "auth/get-session", "GET", undefined, headers)).status).toBe(200);
  expect((await other.call("a", "auth/sign-out", "POST", {}, headers)).status).toBe(200);
});

test("of many at once in one sandbox some wait and the others are told to, while another visitor signs in", async () => {
  const [one, other] = [await visitor(), await visitor()];
  const flood = Array.from({ length: 20 }, () => tryToSignIn(one, "192.0.2.3"));
  expect((await other.signIn("a", "alice@example.com")).status).toBe(200);
  const responses = await Promise.all(flood);
  const refused = responses.filter(({ status }) => status === 429);
  expect(responses.filter(({ status }) => status === 401)).toHaveLength(9);
  expect(refused).toHaveLength(11);
  for (const response of refused) expect(response.headers.get("retry-after")).toBe("3");
  expect((await tryToSignIn(one, "192.0.2.3")).status).toBe(401);
});
