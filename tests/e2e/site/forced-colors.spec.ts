import type { Locator } from "@playwright/test";
import { DemoBrowser, expect, test } from "../docs/guide";

test.use({ contextOptions: { forcedColors: "active" } });

/** How an element is painted when the reader's colours are the only ones. */
const look = (element: Locator) =>
  element.evaluate((node) => {
    const { color, backgroundColor, borderTopColor, borderInlineStartWidth, strokeWidth, strokeDasharray } =
      getComputedStyle(node);
    return { color, backgroundColor, borderTopColor, borderInlineStartWidth, strokeWidth, strokeDasharray };
  });

async function expectTold(one: Locator, other: Locator) {
  expect(await look(one)).not.toEqual(await look(other));
}

test("a mistake's switch shows whether it is on", async ({ page }) => {
  await page.goto("/docs/mistakes");
  const toggle = page.getByRole("switch").first();
  await toggle.scrollIntoViewIfNeeded();
  await expect(toggle).toBeEnabled();
  const track = toggle.locator(".switch-track");
  const off = { look: await look(track), picture: await track.screenshot() };
  await toggle.click();
  await expect(toggle).toBeChecked();
  await expect.poll(() => look(track)).not.toEqual(off.look);
  expect((await track.screenshot()).equals(off.picture)).toBe(false);
});

test("highlighted lines differ from the others", async ({ page }) => {
  await page.goto("/docs/gate-the-chat-route");
  const listing = page.locator("figure.listing", { has: page.locator(".highlighted") }).first();
  await expectTold(
    listing.locator(".highlighted").first(),
    listing.locator(".line:not(.highlighted)").first(),
  );
});

test("the chosen tab differs from the others", async ({ page }) => {
  await page.goto("/docs/setup");
  const tabs = page.getByRole("tablist").first();
  await expectTold(
    tabs.getByRole("tab", { selected: true }),
    tabs.getByRole("tab", { selected: false }).first(),
  );
});

test("pressed buttons, and what is lit in the diagram, differ from the rest", async ({ page }) => {
  await page.goto("/docs");
  const browser = new DemoBrowser(page);
  await browser.signInAs("Alice");
  const signIn = (name: string) => browser.frame.getByRole("button", { name: `Sign in as ${name}` });
  await expectTold(signIn("Alice"), signIn("Bob"));

  const drawing = page.locator(".diagram svg.wide");
  await expect(drawing.locator('g[data-step="user"]')).toHaveAttribute("data-lit", "true");
  for (const shape of ['[data-lit="false"] rect', 'path.wire[data-lit="false"]']) {
    const lit = drawing.locator(shape.replace("false", "true")).first();
    await expectTold(lit, drawing.locator(shape).first());
  }

  await page.getByRole("tab", { name: "Database" }).click();
  const tables = page.getByRole("group", { name: "Tables" });
  await expectTold(
    tables.getByRole("button", { pressed: true }),
    tables.getByRole("button", { pressed: false }).first(),
  );
});

test("Alice's id and Bob's have letters that differ", async ({ page }) => {
  await page.goto("/docs/scope-threads-by-user");
  await new DemoBrowser(page, "Browser A").signInAs("Alice");
  await page.getByRole("tab", { name: "Database" }).click();
  await page.getByRole("group", { name: "Tables" }).getByRole("button", { name: "user" }).click();
  const letter = (name: string) => page.getByRole("img", { name: `${name}’s id` }).first();
  await expect(letter("Alice")).toBeVisible();
  await expectTold(letter("Alice"), letter("Bob"));
});

test("the part of a file that is open differs from the rest", async ({ page }) => {
  await page.goto("/docs/gate-the-chat-route");
  const listing = page.locator("figure.listing", { has: page.locator(".whole-file") }).first();
  await listing.getByRole("button", { name: /^Whole file/ }).click();
  await expectTold(listing.locator(".part"), listing.locator("code"));
});
