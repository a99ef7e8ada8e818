import { expect, test, testPage } from "./guide";

testPage("/docs/react-client", "The React client");

test("a sign-out in one tab empties the other", async ({ page, context }) => {
  await page.request.post("/demo/session", { headers: { Origin: process.env.TEST_SITE ?? "" } });
  await page.goto("/demo/a");
  await page.getByLabel("E-mail").fill("alice@example.com");
  await page.getByLabel("Password").fill("correct-horse-battery");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Threads" })).toBeVisible();

  const other = await context.newPage();
  await other.goto("/demo/a");
  await other.getByText("Alice", { exact: true }).click();
  await other.getByRole("button", { name: "Sign out" }).click();

  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("SQL for weekly active users")).toHaveCount(0);
});
