import { expect, test } from "@playwright/test";
import { scriptBudget, weighScripts } from "../../bench/script-weight";
import { guidePages } from "../../support/guide-pages";

const { TEST_SITE: site = "" } = process.env;

test("no page moves more script than the budget before a demo is in view", async ({ browser }) => {
  for (const path of ["/", ...(await guidePages(site))]) {
    const { kibibytes, files } = await weighScripts(browser, site + path);
    expect.soft(files, path).toBeGreaterThan(0);
    expect.soft(kibibytes, path).toBeLessThanOrEqual(scriptBudget);
  }
});
