import type { Page } from "@playwright/test";
import { DemoBrowser, expect, test } from "../docs/guide";
import { expectNoOverflow, expectNoViolations } from "../support/test";

const phone = { width: 390, height: 844 };

const screens = {
  "a laptop's screen of 900 pixels": { width: 1440, height: 900 },
  "a phone's screen": phone,
};

for (const [name, size] of Object.entries(screens)) {
  test(`the diagram and the sign-in buttons of its demo fit together on ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto("/docs");
    await expectTogether(page);

    const browser = new DemoBrowser(page);
    await browser.signInAs("Alice");
    await expect(page.locator(".request-words")).toContainText("GET /api/threads went to your route.");
    await expectTogether(page);
  });
}

/** Both are in view at once, below the header. */
async function expectTogether(page: Page) {
  const header = (await page.getByRole("banner").boundingBox())?.height ?? 0;
  const diagram = page.locator("figure.diagram");
  await diagram.evaluate((element, top) => {
    scrollTo({ top: element.getBoundingClientRect().top + scrollY - top, behavior: "instant" });
  }, header);
  await expect(diagram).toBeInViewport({ ratio: 1 });
  for (const name of ["Alice", "Bob"])
    await expect(page.getByRole("button", { name: `Sign in as ${name}` })).toBeInViewport({ ratio: 1 });
}

test("on a phone two browsers show one at a time, and both keep their state", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("/docs/scope-threads-by-user");
  const [a, b] = [new DemoBrowser(page, "Browser A"), new DemoBrowser(page, "Browser B")];
  const choose = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const loads: string[] = [];
  page.on("framenavigated", (frame) => frame.parentFrame() && loads.push(frame.url()));

  await a.signInAs("Alice");
  await expect(b.frame).toHaveCount(0);
  await choose("Browser B");
  await expect(a.frame).toHaveCount(0);
  await b.signInAs("Bob");
  await expect(b.threads).toContainText("Packing list");
  await expectNoOverflow(page);
  await expectNoViolations(page);

  const before = loads.length;
  await choose("Browser A");
  await expect(a.frame.getByRole("status")).toHaveText("Signed in as Alice.");
  await expect(a.threads).toContainText("SQL for weekly active users");
  await choose("Browser B");
  await expect(b.frame.getByRole("status")).toHaveText("Signed in as Bob.");
  expect(loads.length).toBe(before);
});

test("on a phone the keyboard does not get into the browser that is hidden", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("/docs/scope-threads-by-user");
  await new DemoBrowser(page, "Browser A").signInAs("Alice");
  await page.getByRole("button", { name: "Browser B", exact: true }).focus();
  const hidden = page.locator(".browser", { has: page.locator('iframe[src^="/demo/b"]') });
  await expect(hidden).toBeHidden();
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press("Tab");
    expect(await hidden.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  }
});

test("on a wide screen both browsers show, and nothing has to be switched", async ({ page }) => {
  await page.goto("/docs/scope-threads-by-user");
  await expect(page.getByRole("region", { name: /^Browser A/ })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Browser B/ })).toBeVisible();
  await expect(page.getByRole("group", { name: "Which browser shows" })).toHaveCount(0);
});
