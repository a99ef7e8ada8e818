import type { BrowserContext, Page } from "@playwright/test";
import { exampleFile, expect, listing, test } from "../docs/guide";

const { TEST_SITE: site = "" } = process.env;
const path = "/docs/mount-the-handlers";
const code = exampleFile("app/api/auth/[...all]/route.ts");

/** An address as a machine of the local network has one: plain http, which gives a page no clipboard API. */
const insecure = "http://guide.test";

async function openInsecure(page: Page) {
  await page.route(`${insecure}/**`, async (route) => {
    const url = route.request().url().replace(insecure, site);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  await page.goto(insecure + path);
  expect(await page.evaluate(() => [isSecureContext, "clipboard" in navigator])).toEqual([false, false]);
}

/** What the clipboard holds, as a page on a safe address reads it. */
async function clipboard(context: BrowserContext) {
  await context.grantPermissions(["clipboard-read"], { origin: site });
  const page = await context.newPage();
  await page.goto(site);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await page.close();
  return text;
}

/** On plain http Chromium says that it will not isolate the page's origin, as a header asks. */
const notIsolated = /Cross-Origin-Opener-Policy header has been ignored/;

const copyButton = (page: Page) =>
  listing(page, "app/api/auth/[...all]/route.ts").first().locator("button.copy");

test("a listing is copied as it stands in its file", async ({ page, context }) => {
  await page.goto(path);
  await copyButton(page).click();
  await expect(copyButton(page)).toHaveText("Copied code");
  expect((await clipboard(context)).trim()).toBe(code.trim());
});

test("on plain http a listing is copied, too", async ({ page, context, allowConsole }) => {
  allowConsole(notIsolated);
  await openInsecure(page);
  const before = await page.evaluate(() => scrollY);
  await copyButton(page).click();
  await expect(copyButton(page)).toHaveText("Copied code");
  await expect(copyButton(page)).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect((await clipboard(context)).trim()).toBe(code.trim());
});

test("on plain http a page is copied as Markdown, too", async ({ page, context, allowConsole }) => {
  allowConsole(notIsolated);
  await openInsecure(page);
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByRole("button", { name: "Copied", exact: true })).toBeVisible();
  const text = await clipboard(context);
  expect(text).toContain("# Mount the handlers");
  expect(text).toContain("toNextJsHandler(auth);");
});

test("where a browser lets nothing be copied, the buttons say so", async ({ page, allowConsole }) => {
  allowConsole(notIsolated);
  await page.addInitScript(() => {
    document.execCommand = () => false;
  });
  await openInsecure(page);
  await copyButton(page).click();
  await expect(copyButton(page)).toHaveText("Not copied code");
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByRole("button", { name: "Not copied", exact: true })).toBeVisible();
});

test("a page whose Markdown does not come is not said to be copied", async ({ page, allowConsole }) => {
  allowConsole(/ERR_FAILED/);
  await page.route("**/*.md", (route) => route.abort());
  await page.goto(path);
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByRole("button", { name: "Not copied", exact: true })).toBeVisible();
});
