import { type Browser, chromium } from "@playwright/test";
import { guidePages } from "../support/guide-pages.ts";

/**
 * KiB of script that a page may move over the wire before any demo is in view: what the heaviest moves, which is 144,
 * and 5 %.
 */
export const scriptBudget = 151;

/** The page of the guide that moves the most script. */
export async function heaviestPage(executablePath: string, site: string) {
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const pages = await guidePages(site);
  let heaviest = { path: "", kibibytes: 0, files: 0 };
  for (const path of pages) {
    const weight = await weighScripts(browser, site + path);
    if (weight.kibibytes > heaviest.kibibytes) heaviest = { path, ...weight };
  }
  await browser.close();
  return { ...heaviest, pages: pages.length };
}

/** KiB of script that a page moves over the wire at first sight: nothing cached, and no demo near the window. */
export async function weighScripts(browser: Browser, url: string) {
  // So low that a demo which stands at the top of its page is out of reach as well.
  const context = await browser.newContext({ viewport: { width: 1440, height: 120 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script" || response.mimeType.endsWith("javascript")) scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  await page.goto(url, { waitUntil: "networkidle", timeout: 30_000 });
  await context.close();
  return { kibibytes: bytes / 1024, files: scripts.size };
}
