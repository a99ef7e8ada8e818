import { DemoBrowser, expect, test, testPage } from "./guide";

testPage("/docs", "How it works");

test("the way of a request can be read without the drawing", async ({ page }) => {
  await page.goto("/docs");
  const steps = page
    .getByRole("figure")
    .filter({ has: page.locator("svg.wide") })
    .getByRole("listitem");
  await expect(steps).toHaveCount(6);
  await expect(steps.last()).toContainText("goes into the where of every query");
});

test("signing in lights the way that the request took, with the real values, in the drawing and in words", async ({
  page,
}) => {
  await page.goto("/docs");
  const diagram = page.getByRole("figure").filter({ has: page.locator("svg.wide") });
  const words = diagram.getByRole("status");
  const lit = (step: string) => diagram.locator(`svg.wide [data-step="${step}"][data-lit="true"]`);
  const browser = new DemoBrowser(page);

  await browser.signInAs("Alice");
  await expect(words).toContainText("GET /api/threads went to your route.");
  await expect(words).toContainText("session of alice@example.com, whose id is ");
  await expect(lit("session").locator("text.note")).toHaveText("alice@example.com");
  const id = (await lit("user").locator("text.note").textContent()) ?? "";
  expect(id).not.toBe("");
  await expect(words).toContainText(id);
  await expect(lit("scope").locator("text.note")).toHaveText("5 rows");
  await expect(lit("handlers")).toHaveCount(0);

  await diagram.getByRole("button", { name: "POST /auth/sign-in/email 200" }).click();
  await expect(words).toContainText("The answer sets the cookie.");
  await expect(lit("handlers").locator("text.note")).toHaveText("/sign-in/email: 200");
  await expect(lit("user")).toHaveCount(0);

  await browser.signOut();
  await expect(words).not.toContainText("alice@example.com");
});

test("each of the three integration points leads to its page", async ({ page }) => {
  for (const name of ["Mount the handlers", "Gate the chat route", "Reload on auth"]) {
    await page.goto("/docs");
    await page.getByRole("main").getByRole("link", { name, exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  }
});
