import { attacks } from "./attacks";
import { readBreakages } from "./breakages";
import { notOnPage, rows } from "./page/rows";

/** A check of the verifier, as the guide's table has it. */
interface CheckTableRow {
  name: string;
  promise: string;
  page: string;
  /** How many of the breakages it notices. */
  notices: number;
  /** The number of its row in the live checklist, or why it has none. */
  live: number | string;
}

let table: { rows: CheckTableRow[]; breakages: number } | undefined;

/** All checks in their order, and how many breakages there are. A test holds that each breakage is noticed. */
export function checkTable() {
  // Reads a hundred files, which do not change while the site runs.
  table ??= readTable();
  return table;
}

function readTable() {
  const breakages = readBreakages();
  const inTable = attacks.map((attack): CheckTableRow => {
    const { name, promise, page } = attack;
    const row = rows.findIndex(({ attacks }) => attacks.some((other) => other === attack));
    const notices = breakages.filter(({ checks }) => checks.includes(name)).length;
    return { name, promise, page, notices, live: row === -1 ? (notOnPage[name] ?? "") : row + 1 };
  });
  return { rows: inTable, breakages: breakages.length };
}
