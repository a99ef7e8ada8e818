import { seedPassword } from "../../../lib/sandbox/protocol/seed-users";
import { DemoBrowser, expect, test, testPage } from "./guide";

const path = "/docs/mount-the-handlers";
testPage(path, "Mount the handlers");

test("signing in brings a session, and the user's id is in it twice", async ({ page }) => {
  await page.goto(path);
  const browser = new DemoBrowser(page);
  await browser.signInAs("Alice");

  const session = browser.app.getByRole("region", { name: "What the client sees" });
  await expect(session).toContainText("alice@example.com");
  const [, id = ""] = /id: "(\w+)"/.exec((await session.textContent()) ?? "") ?? [];
  expect(id).not.toBe("");
  await expect(session).toContainText(`userId: "${id}"`);

  await browser.signOut();
  await expect(session).toContainText("null");
});

test("the session cookie is not for scripts", async ({ page, context }) => {
  await page.goto(path);
  const browser = new DemoBrowser(page);
  await browser.signInAs("Alice");
  await browser.app.getByRole("button", { name: "Read" }).click();
  await expect(browser.app.getByText("Empty: the session cookie is HttpOnly.")).toBeVisible();

  const cookie = (await context.cookies(`${process.env.TEST_SITE}/demo/a/`)).find(({ name }) =>
    name.endsWith("better-auth.session_token"),
  );
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/demo/a" });
});

test("a wrong password is refused, and not told which of the two was wrong", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 401/);
  await page.goto(path);
  const { app, frame } = new DemoBrowser(page);
  await frame.scrollIntoViewIfNeeded();
  for (const [email, password] of [
    ["alice@example.com", "not-her-password"],
    ["nobody@example.com", seedPassword],
  ] as const) {
    await app.getByLabel("E-mail").fill(email);
    await app.getByLabel("Password").fill(password);
    const refused = page.waitForResponse(/\/sign-in\/email$/);
    await app.getByRole("button", { name: "Sign in" }).click();
    expect((await refused).status()).toBe(401);
    await expect(app.getByText("Invalid email or password")).toBeVisible();
  }
});

test("an account of one's own has an id of its own, at once", async ({ page }) => {
  await page.goto(path);
  const { app, frame } = new DemoBrowser(page);
  await frame.scrollIntoViewIfNeeded();
  await app.getByRole("button", { name: "Create one" }).click();
  await app.getByLabel("Name").fill("Reader");
  await app.getByLabel("E-mail").fill("reader@example.com");
  await app.getByLabel("Password").fill("a-long-enough-password");
  await app.getByRole("button", { name: "Create account" }).click();
  await expect(app.getByRole("region", { name: "What the client sees" })).toContainText("reader@example.com");
});
