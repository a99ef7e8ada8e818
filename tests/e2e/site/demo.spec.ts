import { DemoBrowser, expect, test } from "../docs/guide";
import { expectNoViolations } from "../support/test";

const path = "/docs/scope-threads-by-user";

test("a sandbox is made once, when a demo comes near, and before its frames load", async ({ page }) => {
  const order: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    // Which mistakes are on is asked once there is a sandbox, and no frame waits for it.
    if (pathname === "/demo/mistakes") return;
    if (pathname.startsWith("/demo/") && !pathname.includes("/api/"))
      order.push(`${request.method()} ${pathname}`);
  });
  await page.setViewportSize({ width: 1440, height: 400 });
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(order).toEqual([]);

  await new DemoBrowser(page, "Browser A").signInAs("Alice");
  await new DemoBrowser(page, "Browser B").signInAs("Bob");
  expect(order).toEqual(["POST /demo/session", "GET /demo/a/threads", "GET /demo/b/threads"]);
});

test("a demo takes neither the focus nor the place of the reader", async ({ page }) => {
  await page.goto(path);
  const browser = new DemoBrowser(page, "Browser A");
  await browser.signInAs("Alice");
  await page.reload();
  await browser.frame.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  await expect(browser.threads).toContainText("SQL for weekly active users");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  expect(await page.evaluate(() => scrollY)).toBe(place);
});

test("without a connection a demo that comes near says so, and the page stays", async ({
  page,
  context,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  await page.setViewportSize({ width: 1440, height: 400 });
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  const browser = new DemoBrowser(page, "Browser A");
  await browser.frame.scrollIntoViewIfNeeded();
  await expect(browser.frame.getByText("Check your connection")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
});

test("a demo whose page does not come says so, and it comes on another try", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/ERR_FAILED/);
  const isPage = (url: URL) => url.pathname === "/demo/a/threads";
  await page.route(isPage, (route) => route.abort());
  await page.goto(path);
  const browser = new DemoBrowser(page, "Browser A");
  await browser.frame.scrollIntoViewIfNeeded();
  await expect(browser.frame.getByRole("alert")).toContainText("The demo’s page did not come.");

  await page.unroute(isPage);
  await browser.frame.getByRole("button", { name: "Try again" }).click();
  await browser.signInAs("Alice");
  await expect(browser.threads).toContainText("SQL for weekly active users");
});

test("a change of theme reaches the frames without loading them again", async ({ page }) => {
  await page.goto(path);
  const browser = new DemoBrowser(page, "Browser A");
  await browser.frame.scrollIntoViewIfNeeded();
  await browser.app.getByLabel("E-mail").fill("half-written@example.com");
  const background = () =>
    browser.app
      .locator("body")
      .evaluate((body) => getComputedStyle(body.parentElement ?? body).backgroundColor);
  const before = await background();

  await page.getByRole("button", { name: "Switch between light and dark" }).click();
  await expect.poll(background).not.toBe(before);
  await expect(browser.app.getByLabel("E-mail")).toHaveValue("half-written@example.com");
});

test("reset gives a fresh database, to all browsers of the page", async ({ page }) => {
  await page.goto(path);
  const [a, b] = [new DemoBrowser(page, "Browser A"), new DemoBrowser(page, "Browser B")];
  await a.signInAs("Alice");
  await b.signInAs("Bob");
  await a.threads.getByRole("button", { name: "More for SQL for weekly active users" }).click();
  await a.threads.getByRole("menuitem", { name: "Archive" }).click();
  await expect(a.threads.getByText("SQL for weekly active users")).toBeHidden();

  await page.getByRole("button", { name: "Reset the demo" }).click();
  await expect(page.getByText("Fresh database.")).toBeVisible();
  for (const browser of [a, b]) await expect(browser.frame.getByRole("status")).toHaveText("Signed out.");
  await a.signInAs("Alice");
  await expect(a.threads.getByText("SQL for weekly active users")).toBeVisible();
});

test("a demo that could not start says why, and starts on another try", async ({ page, allowConsole }) => {
  allowConsole(/status of 503/);
  await page.route("**/demo/session", (route) =>
    route.fulfill({ status: 503, json: { code: "BUSY", message: "Come back in a minute." } }),
  );
  await page.goto(path);
  await page.getByRole("figure", { name: /^Live demo/ }).scrollIntoViewIfNeeded();
  await expect(page.getByText("Come back in a minute.").first()).toBeVisible();

  await page.unroute("**/demo/session");
  await page.getByRole("button", { name: "Try again" }).first().click();
  await new DemoBrowser(page, "Browser A").signInAs("Alice");
});

test("without JavaScript the page says what is missing", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.TEST_SITE });
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.locator("noscript strong").first()).toHaveText("This demo needs JavaScript.");
  await expect(page.locator("noscript strong").first()).toBeVisible();
  await context.close();
});

test("a demo whose sandbox is gone goes on in a fresh one", async ({ page, context, allowConsole }) => {
  allowConsole(/status of 428/);
  await page.goto(path);
  const browser = new DemoBrowser(page, "Browser A");
  await browser.signInAs("Alice");
  await context.clearCookies();

  await browser.frame.getByRole("button", { name: "Sign out", exact: true }).click();
  await browser.signInAs("Bob");
  await expect(browser.threads).toContainText("Packing list: three days in Lisbon");
});

test("the frames have titles, and the address line says where they are", async ({ page }) => {
  await page.goto("/docs/show-the-chat");
  const browser = new DemoBrowser(page);
  await browser.signInAs("Alice");
  await expect(browser.frame.locator("iframe")).toHaveAttribute("title", "The whole app, browser");

  await browser.threads.getByRole("button", { name: "SQL for weekly active users", exact: true }).click();
  await expect(browser.frame.getByText("localhost:3000/?thread=thread-alice-4")).toBeVisible();
});

for (const path of [
  "",
  "/session",
  "/chat",
  "/threads",
  "/late-sign-in",
  "/by-hand/patch-spreads-body",
  "/by-hand/limit",
  "/mistakes/no-reload-on-auth",
  "/mistakes/reload-is-not-isolation",
  "/mistakes/unchecked-response",
]) {
  test(`axe finds nothing in the demo page ${path || "/"}, signed in, in light and in dark`, async ({
    page,
  }) => {
    const headers = { Origin: process.env.TEST_SITE ?? "" };
    await page.request.post("/demo/session", { headers });
    const data = { email: "alice@example.com", password: "correct-horse-battery" };
    await page.request.post("/demo/a/api/auth/sign-in/email", { headers, data });

    await page.goto(`/demo/a${path}`);
    await expect(page.getByText("Alice", { exact: true }).first()).toBeVisible();
    await expectNoViolations(page);
  });
}

test("when the database has gone, the page says so, and goes on with a fresh one", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 428 .*\/demo\//);
  await page.goto(path);
  const browser = new DemoBrowser(page, "Browser A");
  await browser.signInAs("Alice");
  const { origin } = new URL(page.url());
  await page.request.delete(`${origin}/demo/session`, { headers: { Origin: origin } });
  await page.getByRole("button", { name: "Reload browser a" }).click();
  await expect(page.getByText("Your database is gone. This is a fresh one: sign in again.")).toBeVisible();
  await browser.signInAs("Alice");
  await expect(browser.threads).toContainText("SQL for weekly active users");
});
