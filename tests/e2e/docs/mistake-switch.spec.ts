import type { Locator } from "@playwright/test";
import { expectNoViolations } from "../support/test";
import { expect, test } from "./guide";
import { flip, mistakesPage, openDemo, refusals, switchOf } from "./mistake-demo";

test.beforeEach(({ allowConsole }) => allowConsole(...refusals));

test("one mistake is on at a time, and a reset switches it off", async ({ page }) => {
  const first = await openDemo(page, "A PATCH that spreads the body");
  await flip(first, true);
  const second = page.getByRole("figure", { name: "Live demo: A list without the user in its where" });
  await second.scrollIntoViewIfNeeded();
  await expect(second).toContainText("Your sandbox runs another mistake.");

  await flip(second, true);
  await expect(switchOf(first)).not.toBeChecked();

  await second.getByRole("button", { name: "Reset the demo" }).click();
  await expect(second.getByText("Fresh database.")).toBeVisible();
  await expect(switchOf(second)).toBeEnabled();
  await expect(switchOf(second)).not.toBeChecked();
});

test("what is broken says so at every demo and in a tab of its own, and is mended there", async ({
  page,
  context,
}) => {
  const demo = await openDemo(page, "A PATCH that spreads the body");
  await flip(demo, true);

  const other = await context.newPage();
  await other.goto("/docs/scope-threads-by-user");
  const note = other.getByText("Broken on purpose A PATCH that spreads the body");
  await other.getByRole("figure", { name: /^Live demo/ }).scrollIntoViewIfNeeded();
  await expect(note).toBeVisible();
  const tab = await context.newPage();
  await tab.goto("/demo/a");
  await expect(tab.getByText("Broken on purpose: A PATCH that spreads the body")).toBeVisible();

  await other.getByRole("button", { name: /^Mend/ }).click();
  await expect(note).toHaveCount(0);
  await expect(switchOf(demo)).not.toBeChecked();
  await expect(tab.getByText("Broken on purpose")).toHaveCount(0);
});

test("a switch that the server refuses stays as it was, and says why", async ({ page, allowConsole }) => {
  allowConsole(/status of 503/);
  const demo = await openDemo(page, "A PATCH that spreads the body");
  await page.route("**/demo/mistakes", (route) =>
    route.fulfill({ status: 503, json: { code: "BUSY", message: "Come back in a minute." } }),
  );
  await switchOf(demo).press("Space");
  await expect(demo.getByRole("alert")).toHaveText("Come back in a minute.");
  await expect(switchOf(demo)).not.toBeChecked();

  await page.unroute("**/demo/mistakes");
  await flip(demo, true);
});

test("the switches, and what is on, satisfy axe", async ({ page }) => {
  const demo = await openDemo(page, "A chat route without a gate");
  await flip(demo, true);
  await expectNoViolations(page);
});

test("on a phone each change is one below the other, and what both files have is there once", async ({
  page,
}) => {
  const right = "session.user.id), cursor && comesAfter";
  await page.goto(mistakesPage);
  const diff = page.getByRole("figure", { name: "Wrong and right: A list without the user in its where" });
  const [wrong, fixed] = [diff.getByText(".where(cursor"), diff.getByText(right)];
  const top = async (line: Locator) => (await line.boundingBox())?.y ?? Number.NaN;
  const shared = diff.getByText("const rows = await db");
  expect(await top(wrong)).toBe(await top(fixed));
  await expect(shared.filter({ visible: true })).toHaveCount(2);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await top(wrong)).toBeLessThan(await top(fixed));
  await expect(shared.filter({ visible: true })).toHaveCount(1);
});
