import { guidePages } from "../../support/guide-pages";
import { earlyList, expect, test } from "../docs/guide";
import { expectNoOverflow, expectNoViolations } from "../support/test";

test("the search finds a section by keyboard and leads to it", async ({ page }) => {
  await page.goto("/docs");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox");
  await expect(field).toBeFocused();
  await field.fill("rate limits");
  const options = page.getByRole("option");
  await expect(options.first()).toContainText("Mount the handlers › Rate limits behind a proxy");
  await expect(options.first().locator("mark").first()).toBeVisible();
  await expectNoViolations(page);

  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/docs\/mount-the-handlers#rate-limits-behind-a-proxy$/);
});

test("on a phone the search finds by another word, and fits", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/docs");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("combobox").fill("login");
  const option = page.getByRole("option", { name: /The React client › Sign in and sign up/ });
  await expect(option).toBeVisible();
  await expectNoOverflow(page);
  await option.click();
  await expect(page).toHaveURL(/\/docs\/react-client#sign-in-and-sign-up$/);
});

test("where nothing has the words, the search offers the headings like them", async ({ page }) => {
  await page.goto("/docs");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("combobox").fill("casscade delets");
  await expect(page.getByRole("status").filter({ hasText: "These headings are like them." })).toBeVisible();
  await expect(page.getByRole("option", { name: /Let deletes cascade/ })).toBeVisible();
});

test("a file is found by its name", async ({ page }) => {
  await page.goto("/docs");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("combobox").fill("owned-thread.ts");
  await page.getByRole("option", { name: /The Next\.js app › server\/owned-thread\.ts/ }).click();
  await expect(page).toHaveURL(/\/examples\/nextjs\/server\/owned-thread\.ts$/);
});

test("the search says kindly when it has been asked too much", async ({ page, allowConsole }) => {
  allowConsole(/429/);
  const message = "Your network has searched a lot. Try again in 9 seconds.";
  await page.route("**/api/search?*", (route) =>
    route.fulfill({ status: 429, json: { code: "TOO_MANY_SEARCHES", message, retryAfter: 9 } }),
  );
  await page.goto("/docs");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("combobox").fill("session");
  await expect(page.getByRole("status").filter({ hasText: message })).toBeVisible();
});

test("the search says when it finds nothing, and closes on Escape", async ({ page }) => {
  await page.goto("/docs");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("combobox").fill("zzzzqqqq");
  await expect(page.getByText("Nothing in the guide matches")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("without a connection the search says so, and it opens once there is one", async ({
  page,
  context,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  await page.goto("/docs");
  const trigger = page.getByRole("button", { name: "Search" });
  await expect(trigger).toBeEnabled();
  await context.setOffline(true);
  await trigger.click();
  await expect(page.getByText("The search could not be loaded.")).toBeVisible();
  await context.setOffline(false);
  await trigger.click();
  await expect(page.getByRole("combobox")).toBeFocused();
});

test("on a phone the contents open from the header, and close where they lead", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/docs");
  const contents = page.getByRole("navigation", { name: "Guide" });
  await expect(contents).toBeHidden();
  await page.getByRole("button", { name: "Contents" }).click();
  await contents.getByRole("link", { name: "Reload on auth" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reload on auth");
  await expect(contents).toBeHidden();
});

test("the keyboard can skip to the text", async ({ page }) => {
  await page.goto("/docs");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
});

test("a page is copied as Markdown, its listings included", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/mount-the-handlers");
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByRole("button", { name: "Copied", exact: true })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("# Mount the handlers");
  expect(text).toContain("export const { GET, POST } = toNextJsHandler(auth);");
});

test("previous and next lead through the guide from start to end", async ({ page, allowConsole }) => {
  allowConsole(...earlyList);
  await page.goto("/docs");
  const visited: (string | null)[] = [];
  for (;;) {
    visited.push(await page.getByRole("heading", { level: 1 }).textContent());
    const next = page
      .getByRole("navigation", { name: "Previous and next page" })
      .getByRole("link", { name: /^Next/ });
    if ((await next.count()) === 0) break;
    const title = await next.textContent();
    await next.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title?.replace(/^Next/, "") ?? "");
  }
  expect(visited[0]).toBe("How it works");
  expect(visited.at(-1)).toBe("Notes");
  expect(visited).toHaveLength((await guidePages(process.env.TEST_SITE ?? "")).length);
});

test("an address that leads nowhere says so and offers the search", async ({ page, allowConsole }) => {
  allowConsole(/status of 404/);
  const response = await page.goto("/docs/no-such-page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("button", { name: /Search/ }).first()).toBeVisible();
  await expectNoViolations(page);
});
