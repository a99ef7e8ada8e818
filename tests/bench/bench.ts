import { availableParallelism } from "node:os";
import { findBrowser } from "../../scripts/browser.mjs";
import { findNginx } from "../../scripts/nginx.mjs";
import { startExample } from "../support/example.ts";
import type { Service } from "../support/service.ts";
import { startSite } from "../support/site.ts";
import { fuzz } from "../support/sockets/fuzz.ts";
import { compareInstances, type Throughput } from "./instances.ts";
import { searchForNewWords } from "./new-words.ts";
import { idleSeconds, measureQuiet } from "./quiet-memory.ts";
import { measureSandboxes } from "./sandbox-cost.ts";
import { heaviestPage, scriptBudget } from "./script-weight.ts";
import { measureSignInFlood } from "./sign-in-flood.ts";
import { quantile } from "./statistics.ts";
import { compareThreadLists } from "./thread-list.ts";

/**
 * `npm run bench`. The site and the example alone are each started by their own `npm start`: on the same Node, with no
 * flags, and in production. It fails when one of these is missed, or the budget of script.
 */
const target = { ratio: 0.8, flooded: 5, searched: 1.5, quiet: 1.5 };

/** Of two processes that do the same, one may be faster by a tenth for as long as both live. */
const starts = 3;

const missed: string[] = [];
const mebibytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(0)} MiB`;
const median = (values: number[]) => quantile(values, 0.5);

console.log("Starting the site and the example alone; what is not built yet is built first.");
await threadLists();
await withSite(async (site) => {
  await scripts(site);
  await sandboxes(site);
  await badRequests(site);
  await signInFlood(site, "each password is hashed in its turn");
});
await withSite((site) => signInFlood(site, "most tries are refused"), { SIGN_INS_PER_MINUTE: "60" });
// As much as Node.js takes for itself on a machine of a gigabyte.
await withSite(newWords, { NODE_OPTIONS: "--max-old-space-size=400" });
await withSite(quiet, { SANDBOX_IDLE_SECONDS: String(idleSeconds) });
await instances();
if (missed.length > 0) {
  console.error(`\nMissed: ${missed.join(", ")}.`);
  process.exitCode = 1;
}

async function threadLists() {
  const rounds: Awaited<ReturnType<typeof compareThreadLists>> = [];
  for (let start = 0; start < starts; start++) {
    await withSite((site) =>
      withExample(async (example) => rounds.push(...(await compareThreadLists(site, example)))),
    );
  }

  const ratio = median(rounds.map(({ mounted, alone }) => mounted.throughput / alone.throughput));
  const row = (side: "alone" | "mounted") => {
    const throughput = median(rounds.map((round) => round[side].throughput));
    const processor = median(rounds.map((round) => round[side].processor));
    return `${throughput.toFixed(0).padStart(6)} a second, ${processor.toFixed(2)} ms of processor time each`;
  };
  const more = median(rounds.map(({ mounted, alone }) => mounted.processor / alone.processor));
  console.log(`\nGET /api/threads (medians of ${rounds.length} rounds in ${starts} starts)`);
  console.log(`  in a sandbox   ${row("mounted")}`);
  console.log(`  served alone   ${row("alone")}`);
  console.log(
    `  ratio          ${ratio.toFixed(2)} (target: at least ${target.ratio}), of processor time ${more.toFixed(2)}`,
  );
  if (ratio < target.ratio) missed.push("throughput");
}

async function scripts(site: Service) {
  const executablePath = findBrowser();
  if (!executablePath) {
    return console.log("\nNo Chromium here: the scripts are not weighed. `npm test` installs one.");
  }
  const { path, kibibytes, files, pages } = await heaviestPage(executablePath, site.url);
  const share = kibibytes / scriptBudget;
  console.log(`\nScript of a docs page, transferred (heaviest of ${pages})`);
  console.log(`  ${path}   ${kibibytes.toFixed(0)} KiB in ${files} files`);
  console.log(`  of the budget  ${share.toFixed(2)} (${scriptBudget} KiB)`);
  if (share > 1) missed.push("script weight");
}

async function sandboxes(site: Service) {
  const { p50, p99, without, memory } = await measureSandboxes(site);
  console.log("\nSandboxes");
  console.log(`  to make one    ${p50.toFixed(1)} ms (p50), ${p99.toFixed(1)} ms (p99)`);
  console.log(`  memory with 0: ${mebibytes(without)}`);
  for (const { sandboxes, bytes } of memory) {
    const share = (bytes / without).toFixed(2);
    console.log(`  memory with ${sandboxes}: ${mebibytes(bytes)}, ${share} of what it had without`);
  }
}

async function instances() {
  if (!findNginx()) return console.log("\nNo nginx here: `node scripts/nginx.mjs` installs it.");
  const rounds = await compareInstances();
  const of = (side: "one" | "two", what: keyof Throughput) =>
    median(rounds.map((round) => round[side][what]));
  const row = (side: "one" | "two") =>
    `${of(side, "throughput").toFixed(0).padStart(6)} a second, instances busy ${(of(side, "processor") / 1000).toFixed(2)} cores`;
  console.log(`\nGET /api/threads through nginx (medians of ${rounds.length} rounds)`);
  console.log(`  one instance   ${row("one")}`);
  console.log(`  two instances  ${row("two")}`);
  console.log(`  ratio          ${(of("two", "throughput") / of("one", "throughput")).toFixed(2)}`);
  console.log(
    `  Bounded by the ${availableParallelism()} cores of this machine, which nginx and the clients share with the instances.`,
  );
}

/** The long form of `tests/site/bad-requests.test.ts`, on a seed of its own each time. */
async function badRequests(site: Service) {
  const seed = Date.now() % 2 ** 31;
  const count = 10_000;
  const { failures, statuses } = await fuzz(site.url, count, seed);
  const shares = [...statuses].sort().map(([status, times]) => `${status}: ${times}`);
  console.log(`\nBroken and hostile requests over raw sockets (${count}, seed ${seed})`);
  console.log(`  answers        ${shares.join(", ")}`);
  console.log(`  no answer, or 5xx: ${failures.length}`);
  for (const { outcome, request } of failures.slice(0, 5))
    console.log(`  ${outcome}: ${JSON.stringify(request)}`);
  if (failures.length > 0) missed.push("an answer to every request");
}

async function signInFlood(site: Service, how: string) {
  const rounds = await measureSignInFlood(site);
  const ratio = median(rounds.map(({ alone, flooded }) => flooded.p99 / alone.p99));
  const row = (side: "alone" | "flooded") => {
    const [p50, p99] = (["p50", "p99"] as const).map((share) =>
      median(rounds.map((round) => round[side][share])),
    );
    return `${p50?.toFixed(1)} ms (p50), ${p99?.toFixed(1)} ms (p99)`;
  };
  const [hashed, refused] = (["hashed", "refused"] as const).map((what) =>
    median(rounds.map(({ flooded }) => flooded[what])),
  );
  console.log(
    `\nGET /docs while one address signs in, 20 times at once, and ${how} (medians of ${rounds.length} rounds)`,
  );
  console.log(`  without it     ${row("alone")}`);
  console.log(`  meanwhile      ${row("flooded")}; ${hashed} hashed, ${refused} refused`);
  console.log(`  ratio of p99   ${ratio.toFixed(2)} (target: at most ${target.flooded})`);
  if (ratio > target.flooded) missed.push("reading during a flood of sign-ins");
}

async function newWords(site: Service) {
  const { searches, words, before, after } = await searchForNewWords(site);
  const share = after / before;
  console.log(`\nSearches for words that are new (heap of 400 MB)`);
  console.log(
    `  memory before ${searches} of ${words} words: ${mebibytes(before)}, after: ${mebibytes(after)}`,
  );
  console.log(`  ratio          ${share.toFixed(2)} (target: at most ${target.searched})`);
  if (share > target.searched) missed.push("memory after searches");
}

async function quiet(site: Service) {
  const { visitors, before, loaded, after } = await measureQuiet(site);
  const share = after / before;
  console.log(`\nMemory is given back (databases close after ${idleSeconds} quiet seconds)`);
  console.log(
    `  before ${visitors} visitors: ${mebibytes(before)}, with them: ${mebibytes(loaded)}, after: ${mebibytes(after)}`,
  );
  console.log(`  ratio          ${share.toFixed(2)} (target: at most ${target.quiet})`);
  if (share > target.quiet) missed.push("memory after a load");
}

/** A site of its own for one measurement, without limits. */
async function withSite(measure: (site: Service) => Promise<unknown>, env: Record<string, string> = {}) {
  const site = await startSite({
    REQUESTS_PER_MINUTE: "1000000",
    SANDBOXES_PER_HOUR: "1000000",
    SANDBOX_MAX_COUNT: "10000",
    ...env,
  });
  try {
    await measure(site);
  } finally {
    await site.stop();
  }
}

async function withExample(measure: (example: Service) => Promise<unknown>) {
  const example = await startExample({});
  try {
    await measure(example);
  } finally {
    await example.stop();
  }
}
