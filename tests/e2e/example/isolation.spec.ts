import { expect } from "../support/test";
import {
  ask,
  composer,
  makeThread,
  messages,
  openAccount,
  openApp,
  release,
  signIn,
  signUp,
  test,
  threadButton,
  threadList,
} from "./app";

test("two users see their own threads and nobody else's", async ({ page, openBrowser }) => {
  await signUp(page, "Alice");
  await makeThread(page, "Alice's harbour");
  const other = await openBrowser();
  await signUp(other, "Bob");
  await makeThread(other, "Bob's lighthouse");

  await page.goto("/");
  await expect(threadButton(page, "Alice's harbour")).toBeVisible();
  await expect(threadList(page)).not.toContainText("Bob");
  await other.goto(process.env.TEST_EXAMPLE ?? "");
  await expect(threadButton(other, "Bob's lighthouse")).toBeVisible();
  await expect(threadList(other)).not.toContainText("Alice's");
});

test("a thread of somebody else in the address cannot be opened", async ({
  page,
  openBrowser,
  allowConsole,
}) => {
  allowConsole(/status of 404/);
  const other = await openBrowser();
  await signUp(other, "Bob");
  const thread = await makeThread(other, "Bob's lighthouse", "Where is my lighthouse?");

  await signUp(page, "Alice");
  await page.goto(`/?thread=${thread}`);
  await expect(page.getByRole("heading", { name: "This thread cannot be opened" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("lighthouse");

  await page.getByRole("button", { name: "Start a new thread" }).click();
  await expect(composer(page)).toBeEnabled();
  await expect(page).not.toHaveURL(/thread=/);
});

test("another tab's sign-out empties this one", async ({ page, context }) => {
  await signUp(page);
  await makeThread(page, "Harbour", "Where is the harbour?");
  await page.goto("/");
  await threadButton(page, "Harbour").click();
  await expect(messages(page)).toContainText("Where is the harbour?");

  const other = await context.newPage();
  await other.goto("/");
  await openAccount(other);
  await other.getByRole("button", { name: "Sign out" }).click();

  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("You are signed out. Sign in to go on.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("arbour");
  await expect(page).not.toHaveURL(/thread=/);
});

test("nothing of one user (open thread, titles, draft) outlives a change of user", async ({
  page,
  openBrowser,
}) => {
  const elsewhere = await openBrowser();
  const bob = await signUp(elsewhere, "Bob");

  await signUp(page, "Alice");
  await makeThread(page, "Alice's harbour", "Where is the harbour?");
  await page.goto("/");
  await threadButton(page, "Alice's harbour").click();
  await expect(messages(page)).toContainText("Where is the harbour?");
  await composer(page).fill("the harbour draft");
  await openAccount(page);
  await page.getByRole("button", { name: "Sign out" }).click();

  await page.getByLabel("E-mail").fill(bob.email);
  await page.getByLabel("Password").fill("a-long-enough-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(threadList(page)).toContainText("No threads yet.");
  await expect(composer(page)).toHaveValue("");
  await expect(page.locator("body")).not.toContainText("arbour");
  await expect(page).not.toHaveURL(/thread=/);
});

test("another user's session, found on coming back to the tab, leaves nothing of the first", async ({
  page,
  openBrowser,
}) => {
  const elsewhere = await openBrowser();
  const bob = await signUp(elsewhere, "Bob");
  await signUp(page, "Alice");
  await makeThread(page, "Alice's harbour");
  await page.goto("/");
  await composer(page).fill("the harbour draft");
  await expect(threadButton(page, "Alice's harbour")).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, bob);
  // What the browser says to a tab that is looked at again.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

  await expect(threadList(page)).toContainText("No threads yet.");
  await expect(composer(page)).toHaveValue("");
  await expect(page.locator("body")).not.toContainText("arbour");
});

test("a session that was revoked empties the page with the next thing that is tried", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 401/, /signed out/);
  await signUp(page);
  await makeThread(page, "Harbour", "Where is the harbour?");
  await page.goto("/");
  await expect(threadButton(page, "Harbour")).toBeVisible();
  await page.context().clearCookies();
  await threadButton(page, "Harbour").click();

  await expect(page.getByText("You are signed out. Sign in to go on.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("arbour");
});

test("a chat with a revoked session empties the page too", async ({ page, allowConsole }) => {
  allowConsole(/status of 401/, /signed out/);
  await openApp(page);
  await page.context().clearCookies();
  await ask(page, "Where is the harbour?");

  await expect(page.getByText("You are signed out. Sign in to go on.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("arbour");
});

test("a sign-out in the middle of an answer asks the server for nothing more", async ({ page }) => {
  const words = crypto.randomUUID();
  await openApp(page);
  await ask(page, `[hold] ${words}`);
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  await openAccount(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  const asked: string[] = [];
  page.on("request", (request) => {
    // The browser fetches the icon when it likes. That is no request of the app's.
    if (!new URL(request.url()).pathname.startsWith("/icon.svg")) asked.push(request.url());
  });
  await release(words);
  await page.waitForLoadState("networkidle");
  await expect(page.locator("body")).not.toContainText(words);
  expect(asked).toEqual([]);
});
