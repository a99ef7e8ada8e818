import { inWords } from "../answer";
import type { Attack } from "../attack";
import type { Findings, Step } from "../findings";
import { guide } from "./options";
import { print, say } from "./print";

export type Result = ReturnType<typeof resultOf>;

/** What came of a check, as it is printed. */
export function resultOf({ name, promise, lines, page }: Attack, found: Findings, isStrict: boolean) {
  const { steps, faults, notes, skipped = "nothing was seen that would show it" } = found;
  const result = found.result(isStrict);
  const wrong = steps.filter(({ verdict }) => verdict?.isRight === false);
  const wrongAs = (level: "must" | "should") => wrong.filter(({ verdict }) => verdict?.level === level);
  const right = steps.filter(({ verdict }) => verdict?.isRight && !verdict.isSetup);
  return {
    name,
    promise,
    result,
    skipped: result === "skipped" ? skipped : null,
    /** What must be otherwise, and what should be. */
    faults: [...wrongAs("must").map(sentenceOf), ...faults],
    shoulds: wrongAs("should").map(sentenceOf),
    notes,
    observed: right.map(sentenceOf),
    lines,
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
export function printTap(printed: Result, number: number) {
  const { name, promise, result, skipped, faults, shoulds, notes, lines, page } = printed;
  const description = escapeTap(`${name}: ${promise}`);
  const directive = result === "skipped" ? ` # SKIP ${escapeTap(skipped ?? "")}` : "";
  print(`${result === "fails" ? "not ok" : "ok"} ${number} - ${description}${directive}`);
  if (result === "fails") {
    const list = (key: string, texts: string[]) =>
      texts.length > 0 ? [`  ${key}:`, ...texts.map((text) => `    - ${JSON.stringify(text)}`)] : [];
    const block = [
      "  ---",
      ...list("faults", faults),
      ...list("shoulds", shoulds),
      ...list("lines", lines.split("\n")),
      `  page: ${JSON.stringify(page)}`,
      "  ...",
    ];
    print(block.join("\n"));
  } else for (const should of shoulds) print(`# should: ${oneLine(should)}`);
  for (const note of notes) print(`# ${oneLine(note)}`);
}

export const oneLine = (text: string) => text.replace(/\s+/g, " ");
const escapeTap = (text: string) => oneLine(text).replace(/[\\#]/g, "\\$&");

/** The results as a table, for a CI job that shows Markdown. */
export function markdownOf(results: Result[], address: string, problem: string | null) {
  const rows = results.map((row) => {
    const { name, promise, result, skipped, faults, shoulds, notes, page } = row;
    const remedy = faults.length + shoulds.length > 0 ? [`[Why, and what to do](${page})`] : [];
    const advice = shoulds.map((should) => `Should: ${should}`);
    const seen = [...faults, ...advice, ...notes, skipped ?? ""].filter(Boolean).map(escapeMarkdown);
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
  for (const failed of having("fails")) {
    say(`\n✗ ${failed.name} does not hold: ${failed.promise}.`);
    advise([...failed.faults, ...failed.shoulds], failed);
  }
  const advised = results.filter(({ result, shoulds }) => result !== "fails" && shoulds.length > 0);
  for (const held of advised) {
    say(`\n– ${held.name} holds, and should be better:`);
    advise(held.shoulds, held);
  }
  for (const { name, notes } of results) {
    for (const note of notes) say(`\n– ${name} was checked in part. ${note}`);
  }
  for (const { name, skipped: reason } of having("skipped")) {
    say(`\n– ${name} was not checked, so not passed: ${reason}.`);
  }
  say(`\n${address}, ${results.length} checks: ${countsOf(results)}.`);
  if (advised.length > 0) say(`${advised.length} of them should be better. --strict fails on those too.`);
}

function advise(faults: string[], { lines, page }: Result) {
  for (const fault of faults) say(`    ${fault}`);
  say(`    Lines to add:\n${lines.replace(/^/gm, "        ")}`);
  say(`    Why, and what to do: ${page}`);
}
