import { devices } from "@playwright/test";
import { expect, expectNoOverflow, expectNoViolations } from "../support/test";
import { answered, ask, makeThread, messages, signUp, test, threadButton } from "./app";

const { userAgent, isMobile, hasTouch, deviceScaleFactor } = devices["Pixel 7"];
test.use({ userAgent, isMobile, hasTouch, deviceScaleFactor, viewport: { width: 390, height: 844 } });

test("the form fits a phone", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectNoOverflow(page);
});

test("the list is a drawer: it takes the focus, gives it back, and closes on a choice", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Harbour", "Where is the harbour?");
  await page.goto("/");
  await expect(threadButton(page, "Harbour")).toBeHidden();

  const opener = page.getByRole("button", { name: "Open the list of threads" });
  await opener.tap();
  await expect(page.getByRole("button", { name: "Close the list of threads" })).toBeFocused();
  await expect(threadButton(page, "Harbour")).toBeInViewport({ ratio: 1 });
  await expectNoOverflow(page);
  await expectNoViolations(page);

  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
  await expect(threadButton(page, "Harbour")).toBeHidden();

  await opener.tap();
  await threadButton(page, "Harbour").tap();
  await expect(messages(page)).toContainText("Where is the harbour?");
  await expect(threadButton(page, "Harbour")).toBeHidden();
});

test("a tap beside the drawer closes it", async ({ page }) => {
  await signUp(page);
  await page.goto("/");
  await page.getByRole("button", { name: "Open the list of threads" }).tap();
  await expect(page.getByRole("button", { name: "Close the list of threads" })).toBeFocused();
  await page.touchscreen.tap(370, 400);
  await expect(page.getByRole("button", { name: "Close the list of threads" })).toBeHidden();
});

test("long words, code and tables scroll inside of themselves", async ({ page }) => {
  await signUp(page);
  await page.goto("/");
  const long = "x".repeat(200);
  await ask(page, `${long}\n\n\`\`\`ts\n${long}\n\`\`\`\n\n| a | b |\n| - | - |\n| ${long} | ${long} |`);
  await answered(page);
  await expectNoOverflow(page);
  await expectNoViolations(page);
});
