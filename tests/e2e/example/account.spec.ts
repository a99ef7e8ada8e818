import type { Page } from "@playwright/test";
import { expect, expectNoViolations } from "../support/test";
import { composer, openAccount, openApp, password, signUp, test, threadList } from "./app";

async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
}

test("who signs up finds an empty app under their name", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Create one" }).click();
  await fill(page, {
    Name: "Alice",
    "E-mail": `alice-${crypto.randomUUID()}@example.com`,
    Password: password,
  });
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(threadList(page)).toContainText("No threads yet.");
  await openAccount(page);
  await expect(page.getByText("User id")).toBeVisible();
});

test("an e-mail that is taken is told in the server's words", async ({ page, allowConsole }) => {
  allowConsole(/status of 422/);
  const { email } = await signUp(page);
  await page.context().clearCookies();

  await page.goto("/");
  await page.getByRole("button", { name: "Create one" }).click();
  await fill(page, { Name: "Alice", "E-mail": email, Password: password });
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /already exists/i })).toBeVisible();
});

test("a wrong password shows the server's words, and the right one then signs in", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 401/);
  const { email } = await signUp(page);
  await page.context().clearCookies();

  await page.goto("/");
  await fill(page, { "E-mail": email, Password: "not-the-password" });
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Invalid email or password" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);

  await fill(page, { Password: password });
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(composer(page)).toBeVisible();
});

test("too many sign-ins from one address say for how many seconds", async ({ page, allowConsole }) => {
  allowConsole(/status of (401|429)/);
  await page.goto("/");
  for (let tries = 0; tries < 4; tries++) {
    await fill(page, { "E-mail": `${crypto.randomUUID()}@example.com`, Password: "not-the-password" });
    const answer = page.waitForResponse("**/api/auth/sign-in/email");
    await page.getByRole("button", { name: "Sign in" }).click();
    await answer;
  }
  await expect(page.getByRole("alert").filter({ hasText: /Try again in \d+ seconds\./ })).toBeVisible();
});

test("too many wrong passwords for an account say for how many minutes, and the right one waits, too", async ({
  page,
  allowConsole,
  baseURL,
}) => {
  allowConsole(/status of 429/);
  const { email } = await signUp(page);
  await page.context().clearCookies();
  for (let at = 1; at <= 10; at++) {
    const headers = { Origin: baseURL ?? "", "X-Forwarded-For": `10.8.${at}.1` };
    const data = { email, password: "not-the-password" };
    const answer = await page.request.post("/api/auth/sign-in/email", { headers, data });
    expect(answer.status()).toBe(401);
  }

  await page.goto("/");
  await fill(page, { "E-mail": email, Password: password });
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Try again in 15 minutes." })).toBeVisible();
});

test("a sign-in that gets no answer says so", async ({ page, allowConsole }) => {
  allowConsole(/net::ERR_FAILED/);
  await page.goto("/");
  await page.route("**/api/auth/sign-in/email", (route) => route.abort());
  await fill(page, { "E-mail": "alice@example.com", Password: password });
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("alert").filter({ hasText: "Check your connection" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
});

test("whom the page knew stays in the app while the server cannot say who is there", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 503/);
  await signUp(page);
  await page.route("**/api/auth/get-session", (route) => route.fulfill({ status: 503 }));
  const asked = page.waitForResponse("**/api/auth/get-session");
  await page.goto("/");
  expect((await asked).status()).toBe(503);
  await expect(composer(page)).toBeVisible();
});

test("sign-out leads to the form, and a reload stays there", async ({ page }) => {
  await openApp(page);
  await openAccount(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a sign-out that the server refuses leaves the user signed in, and says why", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 503/);
  await openApp(page);
  await page.route("**/api/auth/sign-out", (route) =>
    route.fulfill({ status: 503, json: { message: "Not now." } }),
  );
  await openAccount(page);
  await page.getByRole("button", { name: "Sign out" }).click();

  await expect(page.getByRole("alert").filter({ hasText: "Not now." })).toBeVisible();
  await expect(composer(page)).toBeVisible();
});

test("the session cookie is HttpOnly, SameSite, and out of reach of scripts", async ({ page }) => {
  await openApp(page);
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith("session_token"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await page.evaluate(() => document.cookie)).not.toContain("session");
});

test("a signed-in page load asks for the session and for the threads once", async ({ page }) => {
  await signUp(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/");
  await expect(threadList(page)).toContainText("No threads yet.");
  await page.waitForLoadState("networkidle");

  expect(asked.filter((path) => path.startsWith("/api/"))).toEqual(["/api/auth/get-session", "/api/threads"]);
});

test.describe("where addresses have to be verified", () => {
  const email = "alice@example.com";
  test.beforeEach(async ({ page }) => {
    await page.route("**/api/auth/sign-up/email", (route) =>
      route.fulfill({ json: { token: null, user: { id: "1", email, name: "Alice" } } }),
    );
    await page.route("**/api/auth/sign-in/email", (route) =>
      route.fulfill({ status: 403, json: { code: "EMAIL_NOT_VERIFIED", message: "Email not verified" } }),
    );
    await page.goto("/");
  });

  test("a new account is told that a link was sent, and has it sent again", async ({
    page,
    allowConsole,
  }) => {
    allowConsole(/status of 400/);
    const asked: unknown[] = [];
    let status = 400;
    await page.route("**/api/auth/send-verification-email", (route) => {
      asked.push(route.request().postDataJSON());
      return route.fulfill({ status, json: status === 200 ? { status: true } : { message: "Not now." } });
    });
    await page.getByRole("button", { name: "Create one" }).click();
    await fill(page, { Name: "Alice", "E-mail": email, Password: password });
    await page.getByRole("button", { name: "Create account" }).click();

    await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
    await expect(page.getByText(`We have sent a link to ${email}.`)).toBeVisible();
    const again = page.getByRole("button", { name: "Send the link again" });
    await again.click();
    await expect(page.getByRole("alert").filter({ hasText: "Not now." })).toBeVisible();
    status = 200;
    await again.click();
    await expect(page.getByText("Sent again.")).toBeVisible();
    expect(asked).toEqual([
      { email, callbackURL: "/" },
      { email, callbackURL: "/" },
    ]);
    await expectNoViolations(page);
  });

  test("signing in leads to the same, and back", async ({ page, allowConsole }) => {
    allowConsole(/status of 403/);
    await fill(page, { "E-mail": email, Password: password });
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
    await page.getByRole("button", { name: "Back to sign in" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});
