import { DemoBrowser, expect, test } from "../docs/guide";
import { expectNoOverflow, expectNoViolations } from "../support/test";

test("the home page shows two users side by side, each with their own threads", async ({ page }) => {
  await page.goto("/");
  const [a, b] = [new DemoBrowser(page, "Browser A"), new DemoBrowser(page, "Browser B")];
  await a.signInAs("Alice");
  await b.signInAs("Bob");
  for (const { app } of [a, b]) await app.getByRole("button", { name: "Open the list of threads" }).click();
  await expect(a.threads).toContainText("SQL for weekly active users");
  await expect(b.threads).toContainText("Packing list: three days in Lisbon");
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
