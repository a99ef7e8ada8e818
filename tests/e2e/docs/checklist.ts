import type { Page } from "@playwright/test";
import { expect } from "./guide";

/** What the checks are refused on purpose, Chromium reports as an error. */
export const refusals = /status of 4(0[01349]|1[35])/;

/** The live checklist of Run and verify. */
export class Checklist {
  readonly region;

  constructor(private readonly page: Page) {
    this.region = page.getByRole("region", { name: "Live checklist" });
  }

  get headline() {
    return this.region.locator(".checklist-headline");
  }

  button(name: string) {
    return this.region.getByRole("button", { name });
  }

  /** One of the eight, by its title. */
  check(title: string) {
    return this.region.locator(".check").filter({ hasText: title });
  }

  async open(title: string) {
    await this.check(title).locator("summary").first().click();
    return this.check(title).locator(".check-step");
  }

  /** Waits until each check has run. That is some hundreds of requests, more than others wait for. */
  async expectHeadline(text: string | RegExp) {
    await expect(this.headline).toHaveText(text, { timeout: 90_000 });
  }

  async run() {
    // Its code comes when it is near the viewport, and its button is disabled until then.
    await this.region.scrollIntoViewIfNeeded();
    await this.button("Run the checks").or(this.button("Run again")).click();
    await this.expectHeadline(/^\d+ of \d+ hold/);
  }

  /** The numbers of those that do not hold. */
  async failing() {
    const words = await this.region.locator(".check-word").allTextContents();
    expect(new Set(words)).toEqual(
      new Set(words.includes("does not hold") ? ["holds", "does not hold"] : ["holds"]),
    );
    return words.flatMap((word, index) => (word === "does not hold" ? [index + 1] : []));
  }

  /** Switches mistakes on in the visitor's sandbox, which it makes if need be. */
  async makeMistakes(...on: string[]) {
    const status = await this.page.evaluate(async (on) => {
      await navigator.locks.request("sandbox", () => fetch("/demo/session", { method: "POST" }));
      const response = await fetch("/demo/mistakes", { method: "PUT", body: JSON.stringify({ on }) });
      return response.status;
    }, on);
    expect(status).toBe(200);
  }
}
