import type { Page } from "@playwright/test";
import { expect } from "../support/test";
import { answered, composer, messages, password, signUp, test, threadButton } from "./app";

/** Presses Tab until this has the focus. Nothing is clicked in here. */
async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab") {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    const isThere = await page
      .getByLabel(name, { exact: true })
      .or(page.getByRole("button", { name, exact: true }))
      .evaluateAll((found) => found.includes(document.activeElement as HTMLElement));
    if (isThere) return;
  }
  throw new Error(`No way to ${name} with ${key}.`);
}

test("signing in, sending, renaming and deleting work by keyboard alone", async ({ page }) => {
  const { email } = await signUp(page);
  await page.context().clearCookies();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await tabTo(page, "E-mail");
  await page.keyboard.type(email);
  await tabTo(page, "Password");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");

  await expect(composer(page)).toBeVisible();
  await tabTo(page, "Message");
  await page.keyboard.type("Where is the harbour?");
  await page.keyboard.press("Enter");
  await answered(page);
  await expect(messages(page).locator(".prose")).toHaveText("You said: Where is the harbour?");

  const title = "About Where is the";
  await expect(threadButton(page, title)).toBeVisible();
  await tabTo(page, title, "Shift+Tab");
  await tabTo(page, `More for ${title}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Title of the thread" })).toBeFocused();
  await page.keyboard.type("Harbour");
  await page.keyboard.press("Enter");
  await expect(threadButton(page, "Harbour")).toBeFocused();

  await tabTo(page, "More for Harbour");
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "Delete…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(threadButton(page, "Harbour")).toHaveCount(0);
  await expect(threadButton(page, "New thread")).toBeFocused();
});

test("what has the focus can be seen to have it", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await tabTo(page, "Create one");
  const outline = await page
    .getByRole("button", { name: "Create one" })
    .evaluate((button) => getComputedStyle(button).outlineStyle);
  expect(outline).toBe("solid");
});
