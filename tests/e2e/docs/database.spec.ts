import { exampleFile, expect, listing, test, testPage } from "./guide";

testPage("/docs/database", "Users, threads and messages");

test("the listing of auth.ts is the file, and its title leads to all of it", async ({ page }) => {
  await page.goto("/docs/database");
  const auth = listing(page, "auth.ts");
  const code = await auth.locator("pre").textContent();
  expect(exampleFile("auth.ts")).toContain(code?.trim());

  await auth.getByRole("link", { name: "auth.ts" }).click();
  await expect(page).toHaveURL(/\/examples\/nextjs\/auth\.ts/);
});

test("a listing is copied as it stands", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/database");
  await listing(page, "auth.ts").getByRole("button", { name: "Copy code" }).click();
  await expect(listing(page, "auth.ts").getByRole("button", { name: "Copied code" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(exampleFile("auth.ts")).toContain(copied.trim());
});

test("every file of the step is listed with its page, and is copied whole", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/database");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "db/index.ts" }) });
  await row.getByRole("button", { name: "Copy db/index.ts" }).click();
  await expect(row.getByRole("button", { name: "Copied db/index.ts" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('import { drizzle } from "drizzle-orm/better-sqlite3";');
  expect(copied).not.toContain("#region");

  await row.getByRole("link", { name: "db/index.ts" }).click();
  await expect(page).toHaveURL(/\/examples\/nextjs\/db\/index\.ts$/);
});
