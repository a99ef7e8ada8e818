import { DemoBrowser, expect, test, testPage } from "./guide";

const path = "/docs/show-the-chat";
testPage(path, "Show the chat");

test("a first question makes a thread, which gets a title, and both are there after a reload", async ({
  page,
}) => {
  await page.goto(path);
  const browser = new DemoBrowser(page);
  await browser.signInAs("Alice");
  const before = await browser.titles();

  const titled = page.waitForResponse(/\/title$/);
  await browser.ask("Why are messages ordered by a sequence?");
  const title = await (await titled).text();
  await expect(browser.app.locator("a[href*='/docs/']").first()).toBeVisible();
  await expect.poll(async () => (await browser.titles()).toSorted()).toEqual([...before, title].toSorted());

  await browser.reload();
  await expect.poll(() => browser.titles()).toContain(title);
  await expect(browser.app.getByText("Why are messages ordered by a sequence?").last()).toBeVisible();
  await expect(browser.app.locator("a[href*='/docs/']").first()).toBeVisible();
});

test("a thread is archived, found under Archived, and deleted after a question", async ({ page }) => {
  await page.goto(path);
  const browser = new DemoBrowser(page);
  const { threads } = browser;
  await browser.signInAs("Alice");
  const title = "Names for the new onboarding flow";

  await threads.getByRole("button", { name: `More for ${title}` }).click();
  await threads.getByRole("menuitem", { name: "Archive" }).click();
  await expect(threads.getByText(title)).toBeHidden();

  await threads.getByText("Archived").click();
  await expect(threads.getByText(title)).toBeVisible();
  await threads.getByRole("button", { name: `More for ${title}` }).click();
  await threads.getByRole("menuitem", { name: "Delete…" }).click();
  await browser.app.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(threads.getByText(title)).toHaveCount(0);
});

test("nothing of an open thread is left when its user has gone", async ({ page }) => {
  await page.goto(path);
  const browser = new DemoBrowser(page);
  await browser.signInAs("Alice");
  await browser.threads.getByRole("button", { name: "SQL for weekly active users", exact: true }).click();
  await expect(browser.app.getByText("Group by week, and count each user once:")).toBeVisible();

  await browser.signOut();
  await expect(browser.app.getByText("Group by week, and count each user once:")).toHaveCount(0);
  await browser.signInAs("Bob");
  await expect(browser.threads).toContainText("Packing list: three days in Lisbon");
  await expect(browser.app.getByText("Group by week, and count each user once:")).toHaveCount(0);
});

test("an answer that breaks off says so, is there after a reload, and can be asked for again", async ({
  page,
}) => {
  await page.goto(path);
  const browser = new DemoBrowser(page);
  const { app } = browser;
  await browser.signInAs("Alice");
  await browser.ask("Why are messages ordered by a sequence? Break off.");
  const answer = app.getByRole("heading", { name: "Assistant" }).locator("xpath=..");
  await expect(answer.getByRole("alert")).toContainText("The model did not answer. Try again.");
  await expect(answer).toContainText(/\w+ \w+ \w+/);

  await browser.reload();
  await expect(answer).toContainText("This answer was interrupted.");
  await expect(answer.locator("a[href*='/docs/']")).toHaveCount(0);
  const again = page.waitForRequest(/\/api\/chat$/);
  await answer.getByRole("button", { name: "Answer again" }).first().click();
  expect((await again).method()).toBe("POST");
});
