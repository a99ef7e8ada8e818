import { expect } from "../support/test";
import { answered, ask, composer, makeThread, messages, openApp, release, test, threadButton } from "./app";

test("Stop stops the model too, and what was said stays, is said to be interrupted, and can be asked for again", async ({
  page,
}) => {
  const words = crypto.randomUUID();
  await openApp(page);
  await ask(page, `[hold] ${words}`);
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  await page.getByRole("button", { name: "Stop" }).click();
  await answered(page);
  await expect(messages(page)).toContainText("This answer was interrupted.");
  await expect.poll(() => countAborted(words)).toBe(1);

  await page.reload();
  await expect(messages(page).locator(".prose")).toHaveText("You said:");
  await expect(messages(page)).toContainText(words);
  await expect(messages(page)).toContainText("This answer was interrupted.");

  await messages(page).getByText("Answer again", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  await expect(messages(page).locator(".prose")).toHaveText("You said:");
  await release(words);
  await expect(messages(page).locator(".prose")).toContainText(words);
  await expect(messages(page)).not.toContainText("This answer was interrupted.");
  await expect(messages(page)).toContainText("2 / 2");
});

test("Escape stops the model like Stop does", async ({ page }) => {
  const words = crypto.randomUUID();
  await openApp(page);
  await ask(page, `[hold] ${words}`);
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  await composer(page).press("Escape");
  await expect(messages(page)).toContainText("This answer was interrupted.");
  await expect.poll(() => countAborted(words)).toBe(1);
});

test("after a stop the next question follows what was said", async ({ page }) => {
  await openApp(page);
  await ask(page, `[hold] ${crypto.randomUUID()}`);
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  await page.getByRole("button", { name: "Stop" }).click();
  await ask(page, "And now?");
  await expect(messages(page).locator(".prose").last()).toHaveText("You said: And now?");

  await page.reload();
  await expect(messages(page).locator(".prose")).toHaveText(["You said:", "You said: And now?"]);
});

test("an answer goes on when its tab is reloaded or closed, and whoever comes back sees it go on", async ({
  page,
  context,
}) => {
  const words = crypto.randomUUID();
  await openApp(page);
  await ask(page, `[hold] ${words}`);
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  await expect(page).toHaveURL(/thread=/);
  await page.reload();
  await expect(messages(page).locator(".prose")).toHaveText("You said:");
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  const address = page.url();
  await page.close();

  const again = await context.newPage();
  await again.goto(address);
  await expect(messages(again).locator(".prose")).toHaveText("You said:");
  await release(words);
  await expect(messages(again).locator(".prose")).toContainText(words);
  await answered(again);
  await expect(messages(again)).not.toContainText(/interrupted|not answered/);
  expect(await countAborted(words)).toBe(0);
});

test("an answer that goes on can be stopped from another tab", async ({ page, context }) => {
  const words = crypto.randomUUID();
  await openApp(page);
  await ask(page, `[hold] ${words}`);
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  await expect(page).toHaveURL(/thread=/);

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("button", { name: "Stop" }).click();
  for (const tab of [other, page]) await expect(messages(tab)).toContainText("This answer was interrupted.");
  await expect.poll(() => countAborted(words)).toBe(1);
});

test("a question that has no answer can be asked again after a reload", async ({ page }) => {
  await openApp(page);
  const thread = await makeThread(page, "Unanswered", "Where is the harbour?");
  await page.goto(`/?thread=${thread}`);
  await expect(messages(page)).toContainText("This question was not answered.");
  await messages(page).getByRole("button", { name: "Try again" }).click();
  await answered(page);
  await expect(messages(page).locator(".prose")).toHaveText("You said: Where is the harbour?");
  await expect(messages(page)).not.toContainText("This question was not answered.");
});

test("a question that never reached the server is stored with the next one", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/net::ERR_FAILED/, /The server did not answer/);
  await openApp(page);
  await ask(page, "one");
  await answered(page);
  await page.route(/\/api\/(chat|threads\/.*\/messages)$/, (route) => route.abort());
  await ask(page, "two");
  await expect(messages(page).getByRole("alert")).toContainText("Check your connection");
  await page.unrouteAll();
  await ask(page, "three");
  await expect(messages(page).locator(".prose").last()).toHaveText("You said: three");

  await page.reload();
  await expect(messages(page).locator(".prose")).toHaveText(["You said: one", "You said: three"]);
  await expect(messages(page).getByText("two", { exact: true })).toBeVisible();
});

test("an answer goes on while another thread is read", async ({ page }) => {
  const words = crypto.randomUUID();
  await openApp(page);
  await ask(page, `[hold] ${words}`);
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  await page.getByRole("button", { name: "New thread" }).first().click();
  await expect(page.getByRole("heading", { name: "What would you like to know?" })).toBeVisible();

  await release(words);
  await threadButton(page, `About [hold] ${words}`).click();
  await expect(messages(page).locator(".prose")).toContainText(words);
});

test("an answer that breaks off keeps what was said", async ({ page }) => {
  await openApp(page);
  await ask(page, "Please [break] off");
  await expect(messages(page).getByRole("alert")).toContainText("The model did not answer.");
  await expect(messages(page).locator(".prose")).toHaveText("You said:");

  await page.reload();
  await expect(messages(page).locator(".prose")).toHaveText("You said:");
  await expect(messages(page)).toContainText("This answer was interrupted.");
});

async function countAborted(words: string) {
  const response = await fetch(`${process.env.TEST_MODEL}/aborted?question=${words}`);
  return Number(await response.text());
}
