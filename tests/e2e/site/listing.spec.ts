import type { Locator, Page } from "@playwright/test";
import { exampleFile, expect, listing, test } from "../docs/guide";
import { expectNoOverflow, expectNoViolations } from "../support/test";

const path = "/docs/scope-threads-by-user";
const title = "app/api/threads/[id]/route.ts";
const file = exampleFile(title);

const first = (page: Page) => listing(page, title).first();
const button = (figure: Locator) => figure.locator("button.whole-file");
const code = (figure: Locator) => figure.locator("pre").textContent();

/** Where the first line of the part is on the screen. */
const partTop = (figure: Locator) =>
  figure.evaluate((element) => {
    const part = element.querySelector(".part") ?? element;
    return Math.round(part.querySelector(".line")?.getBoundingClientRect().top ?? 0);
  });

async function scrollTo(figure: Locator, top: number) {
  await figure.evaluate((element, top) => {
    window.scrollTo({ top: element.getBoundingClientRect().top + scrollY - top, behavior: "instant" });
  }, top);
}

async function open(figure: Locator) {
  await button(figure).click();
  await expect(figure.locator(".part")).toBeVisible();
}

test("a part opens its whole file around itself, stays where it is, and folds back", async ({ page }) => {
  await page.goto(path);
  const figure = first(page);
  const part = await code(figure);
  const highlighted = await figure.locator(".highlighted").allTextContents();
  expect(highlighted.length).toBeGreaterThan(0);

  for (const top of [120, 500]) {
    await scrollTo(figure, top);
    const before = await partTop(figure);
    await expect(button(figure)).toHaveAttribute("aria-expanded", "false");
    await open(figure);
    await expect(button(figure)).toHaveAttribute("aria-expanded", "true");
    await expect(button(figure)).toBeFocused();
    expect(await partTop(figure)).toBe(before);
    expect(await code(figure)).toBe(file);
    const marked = await figure.locator(".part .highlighted").allTextContents();
    expect(marked.map((line) => line.trim())).toEqual(highlighted.map((line) => line.trim()));
    await expect(figure.locator(".highlighted")).toHaveCount(highlighted.length);

    await button(figure).click();
    await expect(button(figure)).toHaveAttribute("aria-expanded", "false");
    await expect(button(figure)).toBeFocused();
    expect(await partTop(figure)).toBe(before);
    expect(await code(figure)).toBe(part);
  }
});

test("the bar of an open file stays in sight, and a file that is folded from afar comes back into it", async ({
  page,
}) => {
  await page.goto(path);
  const figure = first(page);
  await scrollTo(figure, 300);
  await open(figure);
  await figure.evaluate((element) =>
    window.scrollTo({ top: element.getBoundingClientRect().top + scrollY, behavior: "instant" }),
  );
  await expect(button(figure)).toBeInViewport({ ratio: 1 });
  await button(figure).click();
  await expect(figure.locator(".part")).toHaveCount(0);
  await expect(button(figure)).toBeInViewport({ ratio: 1 });
  await expect(figure.locator(".line").first()).toBeInViewport({ ratio: 1 });
});

test("the rest of a file is asked for when it is opened, and not before", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  const isFile = (pathname: string) => pathname.startsWith("/listing/");
  expect(asked.filter(isFile)).toEqual([]);
  await open(first(page));
  expect(asked.filter(isFile)).toEqual(["/listing/examples/nextjs/app/api/threads/%5Bid%5D/route.ts"]);
});

test("what is copied is what is shown: the part, and of an open file the whole", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(path);
  const figure = first(page);
  const copied = async () => {
    await figure.locator("button.copy").click();
    await expect(figure.locator("button.copy")).toHaveText("Copied code");
    return page.evaluate(() => navigator.clipboard.readText());
  };

  expect(await copied()).toBe(await code(figure));
  await open(figure);
  await expect(figure.locator("button.copy")).toHaveText("Copy code");
  expect(await copied()).toBe(file);
});

test("the keyboard opens a file, and reaches the files that it imports", async ({ page }) => {
  await page.goto(path);
  const figure = first(page);
  await figure.getByRole("link", { name: title, exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(figure.getByRole("button", { name: `Whole file ${title}` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(figure.locator(".part")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(figure.locator("button.copy")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(figure.locator("pre")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(figure.locator("pre a").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/examples\/nextjs\/.*\.ts$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("offline the button says so, and opens the file when the reader tries again", async ({
  page,
  context,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  await page.goto(path);
  const figure = first(page);
  const part = await code(figure);
  await context.setOffline(true);
  await button(figure).click();
  await expect(button(figure)).toContainText("Offline. Try again");
  expect(await code(figure)).toBe(part);
  await context.setOffline(false);
  await open(figure);
  await expect(button(figure)).toContainText("Whole file");
});

test("a file that does not come is not said to be open", async ({ page, allowConsole }) => {
  allowConsole(/status of 500/);
  await page.route("**/listing/**", (route) => route.fulfill({ status: 500 }));
  await page.goto(path);
  await button(first(page)).click();
  await expect(button(first(page))).toContainText("Not loaded. Try again");
  await expect(button(first(page))).toHaveAttribute("aria-expanded", "false");
});

test("an open file has nothing for axe to find, in light and in dark", async ({ page }) => {
  await page.goto(path);
  await open(first(page));
  await expectNoViolations(page);
});

test("on a phone an open file scrolls sideways by itself, and its page does not", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path);
  const figure = first(page);
  await open(figure);
  await expectNoOverflow(page);
  await expect(button(figure)).toBeInViewport({ ratio: 1 });
  expect(await figure.locator("pre").evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(true);
});

test("on paper a file is as open as on the screen, without its buttons", async ({ page }) => {
  await page.goto(path);
  const figure = first(page);
  await open(figure);
  await page.emulateMedia({ media: "print" });
  expect(await code(figure)).toBe(file);
  await expect(figure.locator("pre")).toBeVisible();
  await expect(figure.getByRole("button")).toHaveCount(0);
});

test("a whole file has no button that would open it", async ({ page }) => {
  await page.goto("/docs/reload-on-auth");
  const whole = listing(page, "app/components/ReloadOnAuth.tsx").first();
  await expect(whole.locator("button.copy")).toBeVisible();
  await expect(button(whole)).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the control is the link to the file", async ({ page }) => {
    await page.goto(path);
    const figure = first(page);
    await expect(figure.getByRole("button")).toHaveCount(0);
    await figure.getByRole("link", { name: `Whole file ${title}` }).click();
    await expect(page).toHaveURL(/\/examples\/nextjs\/app\/api\/threads\/%5Bid%5D\/route\.ts#\w+$/);
  });
});
