import { expect, listing, test, testPage } from "./guide";

const path = "/docs/your-app";
testPage(path, "I have an app");

test("each way in leads to its section", async ({ page }) => {
  await page.goto(path);
  const table = page.getByRole("table").first();
  for (const name of ["A chat app without sign-in", "An app with better-auth", "Both"]) {
    const href = await table.getByRole("link", { name, exact: true }).getAttribute("href");
    await expect(page.locator(`h2${href}`)).toBeVisible();
  }
});

test("the file that takes the place of the old one has its imports, whole", async ({ page }) => {
  await page.goto(path);
  const file = listing(page, "app/assistant.tsx").locator("pre");
  await expect(file).toContainText('import { MyProvider } from "@/app/components/MyProvider";');
  await expect(file).toContainText('import { Thread } from "@/components/assistant-ui/thread";');
});
