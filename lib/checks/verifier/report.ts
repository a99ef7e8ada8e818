import { inWords } from "../answer";
import type { Attack } from "../attack";
import type { Findings, Step } from "../findings";
import { guide } from "./options";
import { print, say } from "./print";

export type Result = ReturnType<typeof resultOf>;

/** What came of a check, as it is printed. */
export function resultOf({ name, promise, page }: Attack, found: Findings) {
  const { result, steps, faults, notes, skipped = "nothing was seen that would show it" } = found;
  const wrong = steps.filter(({ verdict }) => verdict?.isRight === false);
  const right = steps.filter(({ verdict }) => verdict?.isRight && !verdict.isSetup);
  return {
    name,
    promise,
    result,
    skipped: result === "skipped" ? skipped : null,
    faults: [...wrong.map(sentenceOf), ...faults],
    notes,
    observed: right.map(sentenceOf),
    page: `${guide}/docs/${page}`,
  };
}

/** A request, its answer, and what that means. */
function sentenceOf({ answer, verdict }: Step) {
  if (!verdict) return inWords(answer);
  const { isRight, text, mismatch } = verdict;
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return `${inWords(answer)}${isRight ? "" : mismatch}. ${sentence}`;
}

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

export const oneLine = (text: string) => text.replace(/\s+/g, " ");
const escapeTap = (text: string) => oneLine(text).replace(/[\\#]/g, "\\$&");

/** The results as a table, for a CI job that shows Markdown. */
export function markdownOf(results: Result[], address: string, problem: string | null) {
  const rows = results.map((row) => {
    const { name, promise, result, skipped, faults, notes, page } = row;
    const remedy = result === "fails" ? [`[Why, and what to do](${page})`] : [];
    const seen = [...faults, ...notes, skipped ?? ""].filter(Boolean).map(escapeMarkdown);
    const cells = [
      `**${name}**: ${escapeMarkdown(promise)}`,
      outcomes[result],
      [...seen, ...remedy].join("<br>"),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const lines = [`## verify.mjs: ${escapeMarkdown(address)}`, "", `${countsOf(results)}.`];
  if (problem !== null) lines.push("", `**Could not verify:** ${escapeMarkdown(problem)}`);
  if (rows.length > 0) lines.push("", "| check | result | what failed |", "| --- | --- | --- |", ...rows);
  return lines.join("\n");
}

const outcomes = { holds: "✓ holds", fails: "✗ **does not hold**", skipped: "– not checked" };
const escapeMarkdown = (text: string) => oneLine(text).replace(/[\\`*_[\]<>|~]/g, "\\$&");

function countsOf(results: Result[]) {
  const count = (wanted: Result["result"]) => results.filter(({ result }) => result === wanted).length;
  return `${count("holds")} hold, ${count("fails")} fail, ${count("skipped")} not checked`;
}

/** The results in words. */
export function summarize(results: Result[], address: string) {
  const having = (wanted: Result["result"]) => results.filter(({ result }) => result === wanted);
  for (const { name, promise, faults, page } of having("fails")) {
    say(`\n✗ ${name} does not hold: ${promise}.`);
    for (const fault of faults) say(`    ${fault}`);
    say(`    Why, and what to do: ${page}`);
  }
  for (const { name, notes } of results) {
    for (const note of notes) say(`\n– ${name} was checked in part. ${note}`);
  }
  for (const { name, skipped: reason } of having("skipped")) {
    say(`\n– ${name} was not checked, so not passed: ${reason}.`);
  }
  say(`\n${address}, ${results.length} checks: ${countsOf(results)}.`);
}
