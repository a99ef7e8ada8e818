import { expect, test } from "vitest";
import { checksThat } from "../support/verifier";
import { verifyOtherApp } from "../support/verify-other-app";

const html = { "Content-Type": "text/html" };

test("without handlers it stops, and says what to do", async () => {
  const { code, report, stderr } = await verifyOtherApp(() => ({
    status: 200,
    headers: html,
    body: "<p>Hello</p>",
  }));
  expect(code).toBe(2);
  expect(checksThat("fails", report)).toEqual(["handler"]);
  expect(report.problem).toContain("Mount its handlers");
  expect(stderr).toContain("Mount its handlers");
});

test("where sign-up is refused it stops, and says what to do", async () => {
  const { code, report, app } = await verifyOtherApp(({ route }) =>
    route.includes("sign-up")
      ? { status: 400, body: { message: "Email and password is not enabled" } }
      : undefined,
  );
  expect(code).toBe(2);
  expect(report.problem).toMatch(/400.*Email and password is not enabled.*--cookie-a/);
  expect(app.requests).toEqual(["GET /api/auth/ok", "POST /api/auth/sign-up/email"]);
});

test("where sign-up gives no session it stops, and says what to do", async () => {
  const { code, report } = await verifyOtherApp(({ route }) =>
    route.includes("sign-up") ? { status: 200, body: { token: null } } : undefined,
  );
  expect(code).toBe(2);
  expect(report.problem).toMatch(/want the address verified.*--cookie-a/);
});

test("an app with neither a chat nor threads was not verified", async () => {
  const { code, report } = await verifyOtherApp(({ route }) =>
    /auth/.test(route) ? undefined : { status: 404 },
  );
  expect(code).toBe(2);
  expect(report).toMatchObject({ holds: false, problem: expect.stringContaining("--threads") });
});
