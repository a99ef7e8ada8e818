import { expect, test, testPage } from "./guide";

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

test("each of the three integration points leads to its page", async ({ page }) => {
  for (const name of ["Mount the handlers", "Gate the chat route", "Reload on auth"]) {
    await page.goto("/docs");
    await page.getByRole("main").getByRole("link", { name, exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  }
});

test("every page is also Markdown, and llms.txt lists them", async ({ request }) => {
  const page = await request.get("/docs.md");
  expect(page.headers()["content-type"]).toContain("text/markdown");
  expect(await page.text()).toContain("# How it works");

  const index = await request.get("/llms.txt");
  expect(await index.text()).toContain("/docs/reload-on-auth");
});
