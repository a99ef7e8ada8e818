import type { Result } from "./report";

/** The results as JUnit's XML, which most CI services show. What could not be run is an error. */
export function junitOf(results: Result[], address: string, problem: string | null) {
  const cases = results.map(caseOf);
  if (problem !== null) cases.push(testCase("run", `<error message="${escapeXml(problem)}"/>`));
  const count = (wanted: Result["result"]) => results.filter(({ result }) => result === wanted).length;
  const counts = [
    `tests="${cases.length}"`,
    `failures="${count("fails")}"`,
    `errors="${problem === null ? 0 : 1}"`,
    `skipped="${count("skipped")}"`,
  ].join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="verify.mjs ${escapeXml(address)}" ${counts}>
${cases.join("\n")}
</testsuite>
</testsuites>`;
}

function caseOf({ name, promise, result, skipped, faults, shoulds, lines, page }: Result) {
  const title = `${name}: ${promise}`;
  const advice = [...shoulds, `Add:\n${lines}`, page].join("\n");
  if (result === "skipped") return testCase(title, `<skipped message="${escapeXml(skipped ?? "")}"/>`);
  if (result === "fails") {
    const text = [...faults, advice].join("\n");
    return testCase(
      title,
      `<failure message="${escapeXml(promise)} does not hold">${escapeXml(text)}</failure>`,
    );
  }
  return testCase(title, shoulds.length > 0 ? `<system-out>${escapeXml(advice)}</system-out>` : "");
}

const testCase = (name: string, content: string) =>
  `<testcase classname="verify.mjs" name="${escapeXml(name)}">${content}</testcase>`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Without the control characters that XML cannot hold. */
const escapeXml = (text: string) =>
  text.replace(/[^\P{Cc}\n\t]/gu, "").replace(/[&<>"]/g, (character) => entities[character] ?? "");
