import { print, say } from "./print";
import type { Result } from "./result";

export const printTapHeader = (count: number) => print(`TAP version 14\n1..${count}`);

/** One test point of TAP version 14, with a YAML block that says why it is not ok. */
export function printTap({ name, promise, result, skipped, faults, notes, page }: Result, number: number) {
  const description = escapeTap(`${name}: ${promise}`);
  const directive = result === "skipped" ? ` # SKIP ${escapeTap(skipped ?? "")}` : "";
  print(`${result === "fails" ? "not ok" : "ok"} ${number} - ${description}${directive}`);
  if (result === "fails") {
    print(["  ---", "  faults:", ...faults.map((fault) => `    - ${JSON.stringify(fault)}`)].join("\n"));
    print(`  page: ${JSON.stringify(page)}\n  ...`);
  }
  for (const note of notes) print(`# ${oneLine(note)}`);
}

export const printBailOut = (problem: string) => print(`Bail out! ${oneLine(problem)}`);

const oneLine = (text: string) => text.replace(/\s+/g, " ");
const escapeTap = (text: string) => oneLine(text).replace(/[\\#]/g, "\\$&");

/** The results in words. */
export function summarize(results: Result[], address: string) {
  const having = (wanted: Result["result"]) => results.filter(({ result }) => result === wanted);
  const [holds, fails, skipped] = [having("holds"), having("fails"), having("skipped")];
  for (const { name, promise, faults, page } of fails) {
    say(`\n✗ ${name} does not hold: ${promise}.`);
    for (const fault of faults) say(`    ${fault}`);
    say(`    Why, and what to do: ${page}`);
  }
  for (const { name, notes } of results) {
    for (const note of notes) say(`\n– ${name} was checked in part. ${note}`);
  }
  for (const { name, skipped: reason } of skipped) {
    say(`\n– ${name} was not checked, so not passed: ${reason}.`);
  }
  const counts = [`${holds.length} hold`, `${fails.length} fail`, `${skipped.length} not checked`];
  say(`\n${address}, ${results.length} checks: ${counts.join(", ")}.`);
}
