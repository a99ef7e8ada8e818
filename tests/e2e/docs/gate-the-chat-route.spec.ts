import { DemoBrowser, expect, test, testPage } from "./guide";

const path = "/docs/gate-the-chat-route";
testPage(path, "Gate the chat route");

test("the chat is 401 for nobody, streams for Alice, and is 401 again when she has left", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 401/);
  await page.goto(path);
  const browser = new DemoBrowser(page);
  await browser.frame.scrollIntoViewIfNeeded();
  const refusal = browser.app.getByText("You are signed out (401).");

  await browser.ask("What does the gate check?");
  await expect(refusal).toBeVisible();

  await browser.signInAs("Alice");
  const answered = page.waitForResponse(/\/demo\/a\/api\/chat$/);
  await browser.app.getByRole("button", { name: "Try again" }).click();
  const response = await answered;
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toContain("text/event-stream");
  await expect(browser.app.getByRole("link").first()).toBeVisible();
  await expect(refusal).toBeHidden();

  await browser.signOut();
  await browser.ask("And now?");
  await expect(refusal).toBeVisible();
});

test("the demo model answers from the guide and links to the section", async ({ page }) => {
  await page.goto(path);
  const browser = new DemoBrowser(page);
  await browser.signInAs("Alice");
  await browser.ask("Why should the thread list reload on a change of the user id?");
  await expect(browser.app.locator('a[href*="/docs/reload-on-auth"]').first()).toBeVisible();
  await expect(page.getByText("Demo model: it quotes this guide.").first()).toBeVisible();
});

test("of thirty questions at once Alice gets as many answers as the limit says, and Bob gets his, and the database has a count for each", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 429/);
  await page.goto(path);
  const [a, b] = [new DemoBrowser(page, "Browser A"), new DemoBrowser(page, "Browser B")];
  await a.signInAs("Alice");
  await b.signInAs("Bob");
  const send = async ({ app }: DemoBrowser, title: string) => {
    const row = app.getByRole("listitem").filter({ has: app.getByRole("heading", { name: title }) });
    await row.getByRole("button", { name: "Send" }).click();
    return row.getByRole("status");
  };
  await expect(await send(a, "Ask 30 at once")).toHaveText(/^20 × 200, 10 × 429, Retry-After: \d+$/);
  await expect(await send(a, "Ask once")).toHaveText(/^1 × 429, Retry-After: \d+$/);
  await expect(await send(b, "Ask once")).toHaveText("1 × 200");

  const demo = page.getByRole("figure").filter({ has: b.frame });
  await demo.getByRole("tab", { name: "Database" }).click();
  await demo.getByRole("button", { name: "model_uses", exact: true }).click();
  const counts = demo.getByRole("row").filter({ hasText: "answer" });
  await expect(counts).toHaveCount(2);
  await expect(counts.filter({ has: page.getByRole("cell", { name: "31", exact: true }) })).toHaveCount(1);
  await expect(counts.filter({ has: page.getByRole("cell", { name: "1", exact: true }) })).toHaveCount(1);
});
