import { exampleFile, expect, listing, test, testPage } from "./guide";

testPage("/docs/setup", "Set up");

test("the listing of auth.ts is the file, and its title leads to all of it", async ({ page }) => {
  await page.goto("/docs/setup");
  const auth = listing(page, "auth.ts");
  const code = await auth.locator("pre").textContent();
  expect(exampleFile("auth.ts")).toContain(code?.trim());

  await auth.getByRole("link", { name: "auth.ts" }).click();
  await expect(page).toHaveURL(/\/examples\/nextjs\/auth\.ts/);
});

test("a listing is copied as it stands", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/setup");
  await listing(page, "auth.ts").getByRole("button", { name: "Copy code" }).click();
  await expect(listing(page, "auth.ts").getByRole("button", { name: "Copied code" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(exampleFile("auth.ts")).toContain(copied.trim());
});

test("the package manager that was chosen is chosen for all commands", async ({ page }) => {
  await page.goto("/docs/setup");
  await page.getByRole("tab", { name: "pnpm" }).first().click();
  for (const tab of await page.getByRole("tab", { name: "pnpm" }).all()) {
    await expect(tab).toHaveAttribute("aria-selected", "true");
  }
});
