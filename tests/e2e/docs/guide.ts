import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { seedThreads } from "../../../lib/sandbox/store/seed-threads";
import { test as base, expect, expectNoOverflow, expectNoViolations } from "../support/test";

export { expect };

/** Playwright's test on the site: its console has to stay silent but for what frames that need cookies make Chromium say. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter
  baseURL: async ({}, use) => use(process.env.TEST_SITE),
  page: async ({ page, allowConsole }, use) => {
    allowConsole(/allow-scripts and allow-same-origin/);
    await use(page);
  },
});

/** What the demo of Reload on auth makes the console say: its list is asked for before anybody has signed in. */
export const earlyList = [/status of 401/, /thread list load failed/];

/** What every page of the guide promises. */
export function testPage(path: string, title: string) {
  test(`${title}: nothing for axe to find, in light and in dark`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expectNoViolations(page);
  });

  test(`${title}: fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoOverflow(page);
  });
}

export type ShownBrowser = "Browser" | "Browser A" | "Browser B";

/** One of the small browsers of a live demo. */
export class DemoBrowser {
  readonly frame: Locator;

  /** `within` is the page or, if it has several demos, one of them. */
  constructor(within: Page | Locator, name: ShownBrowser = "Browser") {
    this.frame = within.getByRole("region", { name: new RegExp(`^${name}(,|$)`) });
  }

  /** The page of the example that it shows. */
  get app() {
    return this.frame.frameLocator("iframe");
  }

  get threads() {
    return this.app.getByRole("navigation", { name: "Threads" });
  }

  /** The rows of the list, without the button for a new thread. */
  async titles() {
    const more = this.threads.getByRole("button", { name: /^More for / });
    await expect(more.first()).toBeAttached();
    const names = await more.evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute("aria-label")),
    );
    return names.map((name) => name?.replace("More for ", ""));
  }

  /** Presses its reload button. What is asked for afterwards is asked of the page that has been loaded again. */
  async reload() {
    const iframe = await this.frame.locator("iframe").elementHandle();
    const content = await iframe?.contentFrame();
    const loads = this.frame.page().waitForEvent("framenavigated", (frame) => frame === content);
    await this.frame.getByRole("button", { name: /^Reload browser/ }).click();
    await loads;
  }

  async signInAs(name: "Alice" | "Bob") {
    await this.frame.scrollIntoViewIfNeeded();
    await this.frame.getByRole("button", { name: `Sign in as ${name}` }).click();
    await expect(this.frame.getByRole("status")).toHaveText(`Signed in as ${name}.`);
  }

  async signOut() {
    await this.frame.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(this.frame.getByRole("status")).toHaveText("Signed out.");
  }

  async ask(question: string) {
    // Its page says who is signed in as soon as it can be used.
    await expect(this.frame.locator("iframe:not([inert])")).toBeVisible();
    await this.app.getByRole("textbox", { name: "Message" }).fill(question);
    await this.app.getByRole("button", { name: "Send" }).click();
  }
}

/** Signs Alice and Bob in, side by side. */
export async function signInBoth(page: Page) {
  const [a, b] = [new DemoBrowser(page, "Browser A"), new DemoBrowser(page, "Browser B")];
  await a.signInAs("Alice");
  await b.signInAs("Bob");
  return [a, b] as const;
}

/** Alice's browser shows her threads, Bob's shows his, and neither shows one of the other's. */
export async function expectOwnThreads([a, b]: readonly [DemoBrowser, DemoBrowser]) {
  for (const [browser, own] of [
    [a, seedThreads.Alice],
    [b, seedThreads.Bob],
  ] as const) {
    const titles = own.filter(({ status }) => status !== "archived").map(({ title }) => title);
    await expect.poll(async () => (await browser.titles()).toSorted()).toEqual(titles.toSorted());
  }
}

/** Sends a request from the page, as the app in one of its browsers would. */
export const sendFromPage = (page: Page, url: string, body?: object) =>
  page.evaluate(
    async ({ url, body }) => {
      const init = body && {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      };
      const response = await fetch(url, init);
      return {
        status: response.status,
        type: response.headers.get("content-type"),
        text: await response.text(),
      };
    },
    { url, body },
  );

/** A listing of the page, by its title. */
export const listing = (page: Page, title: string) =>
  page.getByRole("figure").filter({ has: page.getByRole("link", { name: title, exact: true }) });

/** A file of the example as it is in the repository, without its region markers. */
export function exampleFile(path: string) {
  const text = readFileSync(join(process.cwd(), "examples/nextjs", path), "utf8");
  return text.replaceAll(/^.*#(end)?region.*\n/gm, "");
}
