import type { Page } from "@playwright/test";
import { DemoBrowser, expect, test } from "../docs/guide";
import { expectNoOverflow } from "../support/test";

const pages = {
  "the home page": "/",
  "a page of the guide": "/docs/gate-the-chat-route",
  "the page of mistakes": "/docs/mistakes",
};

/** A page as paper of the size A4 gets it, by a reader whose screen is dark. */
async function openOnPaper(page: Page, path: string) {
  await page.setViewportSize({ width: 680, height: 960 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(path);
  await expect(page.locator("html")).toHaveClass(/dark/);
}

for (const [name, path] of Object.entries(pages)) {
  test(`${name} prints as dark ink on white, without bars and buttons`, async ({ page }) => {
    await openOnPaper(page, path);
    const colours = await page.evaluate(() => {
      const { color } = getComputedStyle(document.querySelector("h1") ?? document.body);
      const { backgroundColor, colorScheme } = getComputedStyle(document.documentElement);
      return { color, backgroundColor, colorScheme };
    });
    expect(colours).toEqual({
      color: "rgb(26, 26, 25)",
      backgroundColor: "rgb(255, 255, 255)",
      // The margins of the paper have the colour of the scheme.
      colorScheme: "light",
    });

    for (const bar of ["banner", "contentinfo", "navigation", "button", "tablist"] as const) {
      const shown = page.getByRole(bar).and(page.locator(":not([aria-label=Breadcrumb])"));
      await expect(shown, bar).toHaveCount(0);
    }
  });

  test(`${name} prints its code wrapped, and nothing is cut off`, async ({ page }) => {
    await openOnPaper(page, path);
    const scrolling = await page.locator("pre").evaluateAll(
      (listings) =>
        listings.filter((listing) => {
          const { overflowX, overflowY } = getComputedStyle(listing);
          const isCut = listing.scrollWidth > listing.clientWidth + 1 && overflowX !== "visible";
          return isCut || overflowX === "auto" || overflowY === "auto" || overflowX === "scroll";
        }).length,
    );
    expect(scrolling).toBe(0);
    expect(await page.locator("pre").count()).toBeGreaterThan(0);
    await expectNoOverflow(page);
  });

  test(`${name} prints a demo as a note with its address`, async ({ page, baseURL }) => {
    await openOnPaper(page, path);
    const demos = page.getByRole("figure", { name: /^Live demo/ });
    expect(await demos.count()).toBeGreaterThan(0);
    for (const demo of await demos.all()) {
      await expect(demo.getByText(`It runs at ${baseURL}${path}`)).toBeVisible();
      await expect(demo.locator(".browser").first()).toBeHidden();
      expect((await demo.boundingBox())?.height).toBeLessThan(200);
    }
  });

  test(`${name} prints no heading apart from what follows it`, async ({ page }) => {
    await openOnPaper(page, path);
    const breaks = await page
      .locator(":is(h1, h2, h3, h4, figcaption):visible")
      .evaluateAll((headings) => headings.map((heading) => getComputedStyle(heading).breakAfter));
    expect(breaks.length).toBeGreaterThan(0);
    expect(new Set(breaks)).toEqual(new Set(["avoid"]));
  });
}

test("every tab of a listing is printed, one after the other, below its name", async ({ page }) => {
  await openOnPaper(page, "/docs/persist-threads-and-messages");
  await expect(page.locator('[role="tabpanel"][hidden]').first()).toBeAttached();
  const tops: number[] = [];
  for (const name of ["threads", "messages"]) {
    const panel = page.locator(`[role="tabpanel"][data-name="${name}"]`);
    await expect(panel.locator("pre")).toBeVisible();
    const box = await panel.boundingBox();
    expect(box?.height).toBeGreaterThan(200);
    tops.push(box?.y ?? 0);
    expect(await panel.evaluate((element) => getComputedStyle(element, "::before").display)).toBe("block");
  }
  expect(tops[1]).toBeGreaterThan(tops[0] ?? 0);
});

test("the diagram is printed whole and wide, whatever is lit", async ({ page }) => {
  await page.goto("/docs");
  await new DemoBrowser(page).signInAs("Alice");
  const dimmed = page.locator('.diagram svg.wide [data-lit="false"]');
  await expect(dimmed.first()).toBeVisible();

  await page.setViewportSize({ width: 680, height: 960 });
  await page.emulateMedia({ media: "print" });
  await expect(dimmed.first()).toHaveCSS("opacity", "1");
  const drawing = page.locator(".diagram svg.wide");
  expect((await drawing.boundingBox())?.width).toBeGreaterThan(500);
});
