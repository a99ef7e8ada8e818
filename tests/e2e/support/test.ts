import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

interface Fixtures {
  /** Declares what this test makes the console say. Any other error or warning, on any of its pages, fails it. */
  allowConsole: (...lines: RegExp[]) => void;
  /** Another browser, with its own cookies and address, whose console is listened to as well. */
  openBrowser: () => Promise<Page>;
}

export { expect };

/** Playwright's test, in a browser whose console has to stay silent. */
export const test = base.extend<Fixtures & { console: Console }>({
  // better-auth counts sign-ins by address, and finds it here. Everybody has their own, as in life.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter
  extraHTTPHeaders: async ({}, use) => use({ "X-Forwarded-For": anAddress() }),

  console: [
    async ({ context }, use) => {
      const console = new Console();
      console.listenTo(context);
      await use(console);
      expect(console.unexpected(), "The console was not silent.").toEqual([]);
    },
    { auto: true },
  ],

  allowConsole: async ({ console }, use) => use((...lines) => console.allow(lines)),

  openBrowser: async ({ browser, console, contextOptions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({
        ...contextOptions,
        extraHTTPHeaders: { "X-Forwarded-For": anAddress() },
      });
      opened.push(context);
      console.listenTo(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

class Console {
  private readonly lines: string[] = [];
  private readonly allowed: RegExp[] = [];

  listenTo(context: BrowserContext) {
    context.on("console", (message) => {
      const isLoud = message.type() === "error" || message.type() === "warning";
      if (isLoud) this.lines.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.lines.push(error.error().stack ?? error.error().message));
  }

  allow(lines: RegExp[]) {
    this.allowed.push(...lines);
  }

  unexpected() {
    return this.lines.filter((line) => !this.allowed.some((allowed) => allowed.test(line)));
  }
}

const byte = () => Math.floor(Math.random() * 254) + 1;
const anAddress = () => `10.${byte()}.${byte()}.${byte()}`;

/**
 * Has axe look at the page as it is now, in light and, for what depends on colour, in dark. Not into frames: those are
 * documents of their own, and axe would miss one set of landmarks in all of them together.
 */
export async function expectNoViolations(page: Page) {
  // A colour that is still on its way is no colour to judge.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await violations(axe(page)), "axe, light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const ofColour = axe(page).withRules(["color-contrast", "link-in-text-block"]);
  expect(await violations(ofColour), "axe, dark").toEqual([]);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Legacy mode looks at one document only, which is all that is wanted here, in a third of the time. */
const axe = (page: Page) =>
  new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .exclude("iframe")
    .setLegacyMode(true);

async function violations(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** Nothing on the page is wider than the window. */
export async function expectNoOverflow(page: Page) {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}
