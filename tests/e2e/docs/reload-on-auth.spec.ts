import { DemoBrowser, earlyList, expect, test, testPage } from "./guide";

const path = "/docs/reload-on-auth";
testPage(path, "Reload on auth");

// A provider that is mounted before anybody signs in asks for the list, and is refused. That is the point of the page.
test.beforeEach(({ allowConsole }) => allowConsole(...earlyList));

test("a list that was there before its user fills when the session arrives", async ({ page }) => {
  await page.goto(path);
  const a = new DemoBrowser(page, "Browser A");
  await a.frame.scrollIntoViewIfNeeded();
  await expect(a.threads).toContainText("You are signed out (401).");

  await a.signInAs("Alice");
  await expect(a.threads).toContainText("SQL for weekly active users");
});

test("a change of user replaces the list", async ({ page }) => {
  await page.goto(path);
  const a = new DemoBrowser(page, "Browser A");
  await a.signInAs("Alice");
  await expect(a.threads).toContainText("SQL for weekly active users");

  await a.signInAs("Bob");
  await expect(a.threads).toContainText("Packing list: three days in Lisbon");
  await expect(a.threads).not.toContainText("SQL for weekly active users");
});

test("sign-out leaves the list on screen without the key, and nothing with it", async ({ page }) => {
  await page.goto(path);
  const [a, b] = [new DemoBrowser(page, "Browser A"), new DemoBrowser(page, "Browser B")];
  for (const browser of [a, b]) {
    await browser.signInAs("Bob");
    await expect(browser.threads).toContainText("Packing list: three days in Lisbon");
    await browser.signOut();
  }
  await expect(a.threads).toContainText("Packing list: three days in Lisbon");
  await expect(b.app.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(b.app.getByText("Packing list: three days in Lisbon")).toHaveCount(0);
});

test("a page that loads signed in asks for its threads once", async ({ page }) => {
  await page.goto(path);
  const b = new DemoBrowser(page, "Browser B");
  await b.signInAs("Bob");
  await b.titles();

  let requests = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/demo/b/api/threads") requests++;
  });
  await b.reload();
  await b.titles();
  await expect(b.frame.getByRole("status")).toHaveText("Signed in as Bob.");
  expect(requests).toBe(1);
});

test("a page that cannot learn who is there says so, and asks again when it is told to", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 503/);
  await page.route("**/demo/b/api/auth/get-session", (route) => route.fulfill({ status: 503 }));
  await page.goto(path);
  const { frame, app } = new DemoBrowser(page, "Browser B");
  await frame.scrollIntoViewIfNeeded();
  await expect(app.getByRole("alert").filter({ hasText: "The server refused (503)." })).toBeVisible();

  await page.unroute("**/demo/b/api/auth/get-session");
  await app.getByRole("button", { name: "Try again" }).click();
  await expect(app.getByRole("button", { name: "Sign in" })).toBeVisible();
});
