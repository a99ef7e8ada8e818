import { expect, test, testPage } from "./guide";

testPage("/docs/setup", "Set up");

test("the commands name the address at which the reader sees the site", async ({ page, baseURL }) => {
  await page.goto("/docs/setup");
  await expect(page.locator("pre", { hasText: "starter.tgz" })).toContainText(
    `curl -fsSL ${baseURL}/starter.tgz | tar -xz`,
  );
  await expect(page.locator("main")).not.toContainText("https://SITE");
});

test("the package manager that was chosen is chosen for all commands", async ({ page }) => {
  await page.goto("/docs/setup");
  await page.getByRole("tab", { name: "pnpm" }).first().click();
  for (const tab of await page.getByRole("tab", { name: "pnpm" }).all()) {
    await expect(tab).toHaveAttribute("aria-selected", "true");
  }
});
