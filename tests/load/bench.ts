import { rm } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { findBrowser } from "../../scripts/browser.mjs";
import { startExample } from "../support/example.ts";
import { guidePages } from "../support/guide-pages.ts";
import { startSite } from "../support/site.ts";
import { measureSandboxes } from "./sandbox-cost.ts";
import { scriptBudget, weighScripts } from "./script-weight.ts";
import { quantile } from "./statistics.ts";
import { compareThreadList } from "./thread-list.ts";

/** What must hold, beside the budget of script. `npm run bench` fails when it does not. */
const target = { ratio: 0.9 };

/** Of two processes that do the same, one may be faster by a tenth for as long as both live. */
const starts = 3;

const noLimit = "1000000";
const missed: string[] = [];

console.log("Starting the site and the example alone; what is not built yet is built first.");
const rounds = [];
for (let start = 0; start < starts; start++) rounds.push(...(await withSite(throughput)));
const median = (values: number[]) => quantile(values, 0.5);
const ratio = median(rounds.map(({ mounted, alone }) => mounted / alone));
console.log(`\nGET /api/threads, requests a second (medians of ${starts} starts)`);
console.log(`  in a sandbox   ${median(rounds.map(({ mounted }) => mounted)).toFixed(0)}`);
console.log(`  served alone   ${median(rounds.map(({ alone }) => alone)).toFixed(0)}`);
console.log(`  ratio          ${ratio.toFixed(2)} (target: at least ${target.ratio})`);
if (ratio < target.ratio) missed.push("throughput");

await withSite(async (site) => {
  const executablePath = findBrowser();
  if (executablePath) {
    const { path, kibibytes, files, pages } = await heaviestPage(executablePath, site.url);
    console.log(`\nScript of a docs page, transferred (heaviest of ${pages})`);
    console.log(`  ${path}   ${kibibytes.toFixed(0)} KiB in ${files} files`);
    const share = kibibytes / scriptBudget;
    console.log(`  of the budget  ${share.toFixed(2)} (${scriptBudget} KiB)`);
    if (share > 1) missed.push("script weight");
  } else {
    console.log("\nNo Chromium here: the scripts are not weighed. `npm test` installs one.");
  }

  const { p50, p99, memory } = await measureSandboxes(site.url, site.pid);
  console.log("\nSandboxes");
  console.log(`  to make one    ${p50.toFixed(1)} ms (p50), ${p99.toFixed(1)} ms (p99)`);
  const [before] = memory;
  for (const { sandboxes, bytes } of memory) {
    const share = before ? `, ${(bytes / before.bytes).toFixed(2)} of what it had without` : "";
    console.log(
      `  memory with ${sandboxes}: ${(bytes / 1024 ** 2).toFixed(0)} MiB${sandboxes > 0 ? share : ""}`,
    );
  }
});
if (missed.length > 0) {
  console.error(`\nMissed: ${missed.join(", ")}.`);
  process.exitCode = 1;
}

/** A site of its own for one measurement. */
async function withSite<Result>(measure: (site: { url: string; pid: number }) => Promise<Result>) {
  const site = await startSite({ REQUESTS_PER_MINUTE: noLimit, SANDBOXES_PER_HOUR: noLimit });
  try {
    return await measure(site);
  } finally {
    await site.stop();
    await rm(site.dataDir, { recursive: true, force: true });
  }
}

/** Of the site and of the example alone, round by round, as long as both live. */
async function throughput(site: { url: string }) {
  const example = await startExample({});
  try {
    return await compareThreadList(site.url, example.url);
  } finally {
    await example.stop();
  }
}

async function heaviestPage(executablePath: string, site: string) {
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
