import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { findBrowser } from "../../scripts/browser.mjs";
import { startExample } from "../support/example.ts";
import { startSite } from "../support/site.ts";
import { measureSandboxes } from "./sandbox-cost.ts";
import { weighScripts } from "./script-weight.ts";
import { compareThreadList } from "./thread-list.ts";

/** What must hold. `npm run bench` fails when it does not. */
const target = { ratio: 0.9, scriptKibibytes: 260 };

const root = join(import.meta.dirname, "../..");
const noLimit = "1000000";

console.log("Starting the site and the example alone; what is not built yet is built first.");
const site = await startSite({ REQUESTS_PER_MINUTE: noLimit, SANDBOXES_PER_HOUR: noLimit });
const missed: string[] = [];
try {
  const example = await startExample({});
  try {
    const { mounted, alone, ratio } = await compareThreadList(site.url, example.url);
    console.log("\nGET /api/threads, requests a second (medians)");
    console.log(`  in a sandbox   ${mounted.toFixed(0)}`);
    console.log(`  served alone   ${alone.toFixed(0)}`);
    console.log(`  ratio          ${ratio.toFixed(2)} (target: at least ${target.ratio})`);
    if (ratio < target.ratio) missed.push("throughput");
  } finally {
    await example.stop();
  }

  const pages = await docsPages();
  const browser = findBrowser();
  if (browser) {
    const weights = await weighScripts(site.url, pages, browser);
    const heaviest = weights.reduce((a, b) => (a.bytes > b.bytes ? a : b));
    console.log(`\nScript of a docs page, transferred (heaviest of ${weights.length})`);
    console.log(`  ${heaviest.path}   ${kib(heaviest.bytes)} KiB in ${heaviest.files} files`);
    const share = heaviest.bytes / 1024 / target.scriptKibibytes;
    console.log(`  of the budget  ${share.toFixed(2)} (${target.scriptKibibytes} KiB)`);
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
} finally {
  await site.stop();
  await rm(site.dataDir, { recursive: true, force: true });
}
if (missed.length > 0) {
  console.error(`\nMissed: ${missed.join(", ")}.`);
  process.exitCode = 1;
}

async function docsPages(): Promise<string[]> {
  const files = await readdir(join(root, "content/docs"));
  const slugs = files.filter((file) => file.endsWith(".mdx")).map((file) => file.slice(0, -".mdx".length));
  return slugs.map((slug) => (slug === "index" ? "/docs" : `/docs/${slug}`));
}

function kib(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
