import { expect, expectOwnThreads, signInBoth, test } from "../docs/guide";
import { expectNoOverflow, expectNoViolations } from "../support/test";

test("the home page shows two users side by side, each with their own threads", async ({ page }) => {
  await page.goto("/");
  const both = await signInBoth(page);
  for (const { app } of both) await app.getByRole("button", { name: "Open the list of threads" }).click();
  await expectOwnThreads(both);
});

test("the home page leads to the guide and to the three integration points", async ({ page }) => {
  await page.goto("/");
  const main = page.getByRole("main");
  for (const path of [
    "/docs",
    "/docs/mount-the-handlers",
    "/docs/gate-the-chat-route",
    "/docs/reload-on-auth",
  ]) {
    await expect(main.locator(`a[href="${path}"]`).first()).toBeVisible();
  }
});

test("the home page has nothing for axe to find, in light and in dark, and fits a phone", async ({
  page,
}) => {
  await page.goto("/");
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page);
});
