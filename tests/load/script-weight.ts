import { chromium } from "@playwright/test";

export type PageWeight = { path: string; bytes: number; files: number };

/** Bytes of script that each page moves over the wire at first sight: nothing cached, nothing scrolled to. */
export async function weighScripts(
  site: string,
  paths: string[],
  executablePath: string,
): Promise<PageWeight[]> {
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const weights: PageWeight[] = [];
    for (const path of paths) {
      const context = await browser.newContext();
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
      await page.goto(site + path, { waitUntil: "networkidle", timeout: 30_000 });
      weights.push({ path, bytes, files: scripts.size });
      await context.close();
    }
    return weights;
  } finally {
    await browser.close();
  }
}
