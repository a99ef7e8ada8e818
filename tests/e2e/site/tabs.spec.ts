import type { Page } from "@playwright/test";
import { expect, test } from "../docs/guide";

const path = "/docs/persist-threads-and-messages";
/** Words of a listing whose tab is not the one that a page begins with. */
const inOtherTab = "messages_thread_sequence";

/** What browsers tell of something that moved. TypeScript does not know it. */
interface Shift {
  value: number;
  sources: { previousRect: DOMRect; currentRect: DOMRect }[];
}

const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });
const panel = (page: Page, name: string) => page.getByRole("tabpanel", { name, exact: true });

test("the browser finds what is in a tab that is not chosen, and opens it", async ({ page }) => {
  await page.goto(path);
  await expect(page.getByText(inOtherTab)).toBeAttached();
  await expect(panel(page, "messages")).toHaveCount(0);

  // A link to words of a page looks where the search of the browser looks.
  await page.goto(`${path}#:~:text=${inOtherTab}`);
  await expect(tab(page, "messages")).toHaveAttribute("aria-selected", "true");
  await expect(panel(page, "messages")).toContainText(inOtherTab);
  await expect(panel(page, "threads")).toHaveCount(0);
});

test("the site's search finds a line in a tab that is not chosen", async ({ page }) => {
  await page.goto("/docs");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(inOtherTab);
  // The page that brings the tables shows it, and the one that explains their keys.
  const line = page
    .getByRole("option", { name: `uniqueIndex("${inOtherTab}")` })
    .filter({ hasNotText: "The Next.js app" })
    .first();
  await expect(line).toBeVisible();
  await line.click();
  await expect(page).toHaveURL(/\/docs\/(database|persist-threads-and-messages)#/);
});

test("without JavaScript every tab can be read, each below its name", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole("tab")).toHaveCount(0);
  for (const name of ["threads", "messages"]) {
    const shown = page.locator(`[role="tabpanel"][data-name="${name}"]`);
    await expect(shown.locator("pre")).toBeVisible();
    expect(await shown.evaluate((element) => getComputedStyle(element, "::before").content)).not.toBe("none");
    expect(await shown.evaluate((element) => element.clientHeight)).toBeGreaterThan(60);
  }
  await context.close();
});

test("neither the keyboard nor a screen reader gets into a tab that is not chosen", async ({ page }) => {
  await page.goto(path);
  await expect(panel(page, "threads")).toBeVisible();
  await expect(panel(page, "messages")).toHaveCount(0);
  await tab(page, "threads").focus();
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("[hidden]"))).toBeNull();
  }
});

test("the arrow keys choose a tab", async ({ page }) => {
  await page.goto(path);
  await tab(page, "threads").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab(page, "messages")).toBeFocused();
  await expect(panel(page, "messages")).toContainText(inOtherTab);
});

test("the package manager that was chosen is chosen on every page", async ({ page }) => {
  await page.goto("/docs/setup");
  await tab(page, "pnpm").first().click();
  for (const selected of await tab(page, "pnpm").all())
    await expect(selected).toHaveAttribute("aria-selected", "true");

  await page.goto("/docs/run-and-verify");
  await expect(panel(page, "pnpm")).toContainText("pnpm run dev");
  await expect(tab(page, "npm")).toHaveAttribute("aria-selected", "false");
});

test("nothing moves when the scripts come", async ({ page, allowConsole }) => {
  // Fonts move text by a pixel, and lines where they break elsewhere. That is another matter.
  allowConsole(/ERR_FAILED/);
  await page.route(/\.woff2/, (route) => route.abort());
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      // The site's own address, which the scripts put in, moves the rest of its line sideways.
      for (const { value, sources } of list.getEntries() as unknown as Shift[])
        if (sources.some(({ previousRect, currentRect }) => previousRect.y !== currentRect.y))
          shifts.push(value);
    }).observe({ type: "layout-shift", buffered: true });
    const shifts: number[] = [];
    Object.assign(window, { shifts });
  });
  await page.goto("/docs/setup");
  await expect(panel(page, "npm").first()).toBeVisible();
  await expect(panel(page, "pnpm")).toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});
