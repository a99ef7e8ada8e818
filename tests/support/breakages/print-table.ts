import { readBreakages } from "../../../lib/checks/breakages.ts";
import { buildBrokenExample } from "./broken-example.ts";
import { isNoticed, verify } from "./outcome.ts";

// `npm run breakages [name…]`: which checks notice which mistake, of all or of those that are named.

/** How many at a time. */
const lanes = 2;

const all = readBreakages();
const names = process.argv.slice(2);
const unknown = names.filter((name) => !all.some((breakage) => breakage.name === name));
if (unknown.length > 0) throw new Error(`There is no breakage ${unknown.join(", ")}.`);

const chosen = all.filter(({ name }) => names.length === 0 || names.includes(name));
const example = await buildBrokenExample(chosen);
const width = Math.max(...chosen.map(({ name }) => name.length));
let noticed = 0;
const waiting = [...chosen];

async function work() {
  for (let breakage = waiting.shift(); breakage; breakage = waiting.shift()) {
    const outcome = await verify(example, breakage);
    const isRight = isNoticed(breakage, outcome);
    if (isRight) noticed++;
    const { fails, skipped, problem, faults } = outcome;
    const seen = [
      fails.join(", ") || "nothing",
      ...(skipped.length > 0 ? [`skipped: ${skipped.join(", ")}`] : []),
      ...(problem === null ? [] : [`could not run: ${problem}`]),
    ];
    console.log(
      `${isRight ? "✓" : "✗"} ${breakage.name.padEnd(width)}  must fail: ${breakage.checks.join(", ")}  fails: ${seen.join("; ")}`,
    );
    if (names.length > 0) for (const fault of faults) console.log(`    ${fault}`);
  }
}

await Promise.all(Array.from({ length: lanes }, work));
await example.stop();
console.log(`score: ${noticed} of ${chosen.length}`);
if (noticed < chosen.length) process.exitCode = 1;
