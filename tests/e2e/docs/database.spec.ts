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

// With their imports, so that whoever types them has files that load.
for (const file of ["db/index.ts", "drizzle.config.ts", "instrumentation.ts", "db/migrate.ts"]) {
  test(`the listing of ${file} is the whole file`, async ({ page }) => {
    await page.goto("/docs/database");
    const code = await listing(page, file).locator("pre").textContent();
    expect(code?.trim()).toBe(exampleFile(file).trim());
  });
}

test("Drizzle Kit runs as a tool of the project, whatever the package manager", async ({ page }) => {
  await page.goto("/docs/database");
  for (const [tab, command] of [
    ["pnpm", "pnpm exec drizzle-kit generate"],
    ["yarn", "yarn drizzle-kit generate"],
    ["bun", "bunx drizzle-kit generate"],
    ["npm", "npx drizzle-kit generate"],
  ] as const) {
    await page.getByRole("tab", { name: tab, exact: true }).first().click();
    const panel = page.getByRole("tabpanel", { name: tab, exact: true }).filter({ hasText: "drizzle-kit" });
    await expect(panel).toContainText(command);
  }
});
