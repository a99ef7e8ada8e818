import puppeteer, { type Frame, type KeyInput } from "puppeteer-core";
import { findFirefox } from "../../scripts/engines.mjs";
import { patience, type Tab, type Where } from "./tab";

/** Opens Debian's Firefox, which speaks WebDriver BiDi itself. */
export async function openFirefox(): Promise<Tab> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: findFirefox(),
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);

  async function contentOf(frame: string | undefined): Promise<Frame> {
    if (frame === undefined) return page.mainFrame();
    const element = await page.waitForSelector(`::-p-xpath(${frame})`);
    const content = await element?.contentFrame();
    if (!content) throw new Error(`${frame} is no frame.`);
    return content;
  }
  const locate = async ({ xpath, frame }: Where) => (await contentOf(frame)).locator(`::-p-xpath(${xpath})`);

  /** Away from the page's header, which stays above what is scrolled below it. */
  async function toMiddle({ xpath, frame }: Where) {
    const element = await (await contentOf(frame)).waitForSelector(`::-p-xpath(${xpath})`);
    await element?.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  }

  return {
    async goto(url) {
      await page.goto(url);
    },
    async click(where) {
      await toMiddle(where);
      await (await locate(where)).click();
    },
    async type(where, text) {
      await toMiddle(where);
      await (await locate(where)).fill(text);
    },
    async press({ xpath, frame }, key) {
      const element = await (await contentOf(frame)).waitForSelector(`::-p-xpath(${xpath})`);
      await element?.press(key satisfies KeyInput);
    },
    async text({ xpath, frame }) {
      const element = await (await contentOf(frame)).$(`::-p-xpath(${xpath})`);
      return element?.evaluate((element) => element.textContent?.trim());
    },
    run: (script) => page.evaluate(`(() => { ${script} })()`) as Promise<never>,
    close: () => browser.close(),
  };
}
