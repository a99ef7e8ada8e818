import type { Page } from "@playwright/test";
import { expect, expectNoViolations } from "../support/test";
import {
  answered,
  ask,
  choose,
  composer,
  makeThread,
  messages,
  openAccount,
  openApp,
  refusal,
  release,
  signUp,
  test,
  threadButton,
  threadList,
} from "./app";

/** Holds these requests back until the returned function is called. */
async function holdBack(page: Page, url: string) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(url, async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

test("the form to sign in is accessible, with and without an error", async ({ page, allowConsole }) => {
  allowConsole(/status of 401/);
  await page.goto("/");
  await page.getByLabel("E-mail").fill("nobody@example.com");
  await expectNoViolations(page);
  await page.getByLabel("Password").fill("not-the-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Invalid" })).toBeVisible();
  await expectNoViolations(page);

  await page.getByRole("button", { name: "Create one" }).click();
  await expect(page.getByText("Invalid")).toHaveCount(0);
});

test("the form for a new account is accessible", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Create one" }).click();
  await expect(page.getByRole("heading", { name: "Create an account" })).toBeVisible();
  await expectNoViolations(page);
});

test("an app without threads says how to begin", async ({ page }) => {
  await openApp(page);
  await expect(threadList(page)).toContainText("No threads yet. Your first message starts one.");
  await openAccount(page);
  await expectNoViolations(page);
});

test("a list on its way looks like one, and not like an empty one", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Harbour");
  const letGo = await holdBack(page, "**/api/threads");
  await page.goto("/");
  await expect(threadList(page).getByText("Loading the threads…")).toBeAttached();
  await expect(threadList(page)).toHaveAttribute("aria-busy", "true");
  await expect(threadList(page)).not.toContainText("No threads yet");
  await expectNoViolations(page);

  letGo();
  await expect(threadButton(page, "Harbour")).toBeVisible();
});

test("a list that cannot be read says so, and can be asked for again", async ({ page, allowConsole }) => {
  allowConsole(/status of 503/, /resting/);
  await signUp(page);
  await makeThread(page, "Harbour");
  await page.route("**/api/threads", (route) => route.fulfill(refusal("The database is resting.")));
  await page.goto("/");
  await expect(threadList(page).getByRole("alert")).toContainText("The database is resting.");
  await expect(threadList(page)).not.toContainText("No threads yet");
  await expectNoViolations(page);

  await page.unroute("**/api/threads");
  await page.getByRole("button", { name: "Load again" }).click();
  await expect(threadButton(page, "Harbour")).toBeVisible();
  await expect(threadList(page).getByRole("alert")).toHaveCount(0);
});

test("messages that cannot be read never look like none, and can be asked for again", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 503/, /resting/);
  await signUp(page);
  const thread = await makeThread(page, "Harbour", "Where is the harbour?");
  await page.route("**/messages", (route) => route.fulfill(refusal("The database is resting.")));
  await page.goto(`/?thread=${thread}`);
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Your messages are safe, but they could not be loaded.");
  await expect(alert).toContainText("The database is resting.");
  await expect(composer(page)).toHaveCount(0);
  await expectNoViolations(page);

  await page.unroute("**/messages");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(messages(page)).toContainText("Where is the harbour?");
  await expect(composer(page)).toBeEnabled();
});

test("messages on their way cannot be answered yet", async ({ page }) => {
  await signUp(page);
  const thread = await makeThread(page, "Harbour", "Where is the harbour?");
  const letGo = await holdBack(page, "**/messages");
  await page.goto(`/?thread=${thread}`);
  await expect(page.getByText("Loading the messages…")).toBeAttached();
  await expect(page.getByRole("heading", { name: "What would you like to know?" })).toHaveCount(0);
  await expectNoViolations(page);

  letGo();
  await expect(messages(page)).toContainText("Where is the harbour?");
});

test("a question that is asked offline can be asked again", async ({ page, context, allowConsole }) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/, /did not answer/);
  await openApp(page);
  await context.setOffline(true);
  await ask(page, "Where is the harbour?");
  await expect(messages(page)).toContainText("Check your connection");

  await context.setOffline(false);
  await messages(page).getByRole("button", { name: "Try again" }).click();
  await answered(page);
  await page.reload();
  await expect(messages(page).locator(".prose")).toHaveText("You said: Where is the harbour?");
});

test("a chat that the server refuses gives its reason, and the question can be asked again", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 503/, /Set OPENAI_API_KEY/);
  await openApp(page);
  await page.route("**/api/chat", (route) => route.fulfill(refusal("Set OPENAI_API_KEY.")));
  await ask(page, "Where is the harbour?");
  await expect(messages(page).getByRole("alert")).toContainText("Set OPENAI_API_KEY.");
  await expect(messages(page)).toContainText("Where is the harbour?");
  await expectNoViolations(page);

  await page.unroute("**/api/chat");
  await messages(page).getByRole("button", { name: "Try again" }).click();
  await answered(page);
});

test("a conversation is accessible while it runs and when it has ended", async ({ page }) => {
  const words = crypto.randomUUID();
  await openApp(page);
  await ask(
    page,
    `[hold] ${words}\n\n## A heading\n\n\`\`\`ts\nconst answer = 42;\n\`\`\`\n\n| a | b |\n| - | - |\n| 1 | 2 |`,
  );
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  await expect(page.getByText("The assistant is answering.")).toBeAttached();
  await expectNoViolations(page);

  await release(words);
  await answered(page);
  await expectNoViolations(page);
});

test("a question is accessible while it is edited", async ({ page }) => {
  await openApp(page);
  await ask(page, "Where is the harbour?");
  await answered(page);
  await page.getByRole("button", { name: "Edit" }).click();
  await expect(page.getByRole("textbox", { name: "Edit the message" })).toBeFocused();
  await expectNoViolations(page);
});

test("a failed answer and a missing thread are accessible", async ({ page, allowConsole }) => {
  allowConsole(/status of 404/, /net::ERR_FAILED/, /did not answer/);
  await openApp(page);
  await page.route("**/api/chat", (route) => route.abort());
  await ask(page, "Where is the harbour?");
  await expect(messages(page).getByRole("alert")).toBeVisible();
  await expectNoViolations(page);

  await page.goto("/?thread=nothing");
  await expect(page.getByRole("heading", { name: "This thread cannot be opened" })).toBeVisible();
  await expectNoViolations(page);
});

test("a thread's menu and the field for its title are accessible", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Harbour");
  await makeThread(page, "Lighthouse");
  await page.goto("/");
  await threadButton(page, "Harbour").hover();
  await page.getByRole("button", { name: "More for Harbour" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await expect(page.getByRole("textbox", { name: "Title of the thread" })).toBeFocused();
  await expectNoViolations(page);
});

test("the dialog and the archive are accessible", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Harbour");
  await page.goto("/");
  await choose(page, "Harbour", "Delete…");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Cancel" }).click();

  await choose(page, "Harbour", "Archive");
  await threadList(page).getByText("Archived").click();
  await expect(threadButton(page, "Harbour")).toBeVisible();
  await expectNoViolations(page);
});

test("nothing moves for a reader who asks for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const words = crypto.randomUUID();
  await openApp(page);
  await ask(page, `[hold] ${words}`);
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  await release(words);
});
