import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { Builder, By, Capabilities, error, Key, type WebElement } from "selenium-webdriver";
import { findMiniBrowser } from "../../scripts/engines.mjs";
import { root } from "../support/environment";
import { freePort } from "../support/free-port";
import { startService } from "../support/service";
import { patience, type Tab, type Where } from "./tab";

const keys = { Enter: Key.ENTER, ArrowRight: Key.ARROW_RIGHT };

/** What goes away by itself: the element is not there yet, was drawn anew, or has something above it. */
const passing = [
  error.NoSuchElementError,
  error.NoSuchFrameError,
  error.StaleElementReferenceError,
  error.ElementNotInteractableError,
  error.ElementClickInterceptedError,
];

/** Opens WebKitGTK's own small browser through its driver, on a screen that nobody sees. */
export async function openWebKit(): Promise<Tab> {
  const screen = await openScreen();
  const port = await freePort();
  const options = { binary: findMiniBrowser(), args: ["--automation"] };
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": options,
  });
  const server = `http://127.0.0.1:${port}`;
  const service = await startService({
    command: ["WebKitWebDriver", `--port=${port}`],
    cwd: root,
    env: { ...process.env, DISPLAY: screen.display },
    url: `${server}/status`,
  });
  const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });

  /** Does something with an element, as soon as that is possible. */
  async function withElement<Result>({ xpath, frame }: Where, use: (element: WebElement) => Promise<Result>) {
    const result = await driver.wait(async () => {
      try {
        await enter(frame);
        const element = await driver.findElement(By.xpath(xpath));
        // Away from the page's header, which stays above what is scrolled below it.
        await driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
        return { value: await use(element) };
      } catch (thrown) {
        if (passing.some((kind) => thrown instanceof kind)) return undefined;
        throw thrown;
      }
    }, patience);
    if (!result) throw new Error(`${xpath} cannot be used.`);
    return result.value;
  }
  async function enter(frame: string | undefined) {
    await driver.switchTo().defaultContent();
    if (frame) await driver.switchTo().frame(await driver.findElement(By.xpath(frame)));
  }

  return {
    async goto(url) {
      await driver.switchTo().defaultContent();
      await driver.get(url);
    },
    click: (where) =>
      withElement(where, async (element) => {
        if (!(await element.isEnabled())) throw new error.ElementNotInteractableError("It is disabled.");
        await element.click();
      }),
    type: (where, text) =>
      withElement(where, async (element) => {
        await element.clear();
        await element.sendKeys(text);
      }),
    press: (where, key) => withElement(where, (element) => element.sendKeys(keys[key])),
    async text({ xpath, frame }) {
      try {
        await enter(frame);
        const [element] = await driver.findElements(By.xpath(xpath));
        return (
          element && (await driver.executeScript<string>("return arguments[0].textContent.trim()", element))
        );
      } catch (thrown) {
        // It was drawn anew in between.
        if (passing.some((kind) => thrown instanceof kind)) return undefined;
        throw thrown;
      }
    },
    async run<Result>(script: string) {
      await driver.switchTo().defaultContent();
      return driver.executeScript<Result>(script);
    },
    async close() {
      await driver.quit();
      await service.stop();
      screen.close();
    },
  };
}

/** A screen in memory. It says itself which number it has taken. */
async function openScreen() {
  const args = ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"];
  const server = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(server.stdio[3] as Readable, "data");
  return { display: `:${String(number).trim()}`, close: () => server.kill() };
}
