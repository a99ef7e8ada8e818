import type { Locator, Page } from "@playwright/test";
import { expect } from "./guide";

export const mistakesPage = "/docs/mistakes";

/** Refusals are what the page is about, and Chromium reports them as errors. */
export const refusals = [/status of 40[014]/, /thread list load failed/];

/** The demo of one mistake on the page that breaks things, with the switch above it. */
export async function openDemo(page: Page, title: string) {
  await page.goto(mistakesPage);
  const demo = page.getByRole("figure", { name: `Live demo: ${title}` });
  await demo.scrollIntoViewIfNeeded();
  await expect(switchOf(demo)).toBeEnabled();
  await expectLoaded(demo);
  return demo;
}

export const switchOf = (demo: Locator) => demo.getByRole("switch", { name: /^Break it/ });

/** Switches the mistake on or off by the keyboard, and waits for the pages that then load. */
export async function flip(demo: Locator, isOn: boolean) {
  await expect(switchOf(demo)).toBeChecked({ checked: !isOn });
  await switchOf(demo).press("Space");
  await expect(switchOf(demo)).toBeChecked({ checked: isOn });
  await expect(switchOf(demo)).toBeFocused();
  await expect(switchOf(demo)).toHaveAccessibleDescription(
    isOn ? "Broken on purpose: your sandbox runs the wrong file." : "Your sandbox runs the right file.",
  );
  await expectLoaded(demo);
}

/** Each browser of the demo says who is signed in. */
async function expectLoaded(demo: Locator) {
  const browsers = demo.getByRole("region", { name: /^Browser/ });
  await expect(browsers).not.toHaveCount(0);
  const status = browsers.getByRole("status");
  await expect(status).toHaveText(Array(await browsers.count()).fill(/^Signed/));
}
