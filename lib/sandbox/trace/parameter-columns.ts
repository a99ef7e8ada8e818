/** A column as a statement names it. */
export interface NamedColumn {
  table: string;
  column: string;
}

type Column = NamedColumn | undefined;

/** What stands between two parentheses. */
interface Group {
  /** The columns that its values are for, in their order. One alone is for all of them: `in (?, ?)`. */
  awaited: Column[];
  /** How many commas came so far. */
  index: number;
  /** The columns that stand in it. */
  named: Column[];
}

const token = /"((?:[^"]|"")*)"(?:\."((?:[^"]|"")*)")?|'(?:[^']|'')*'|[a-z_]\w*|[<>=!]+|\S/gi;
const comparison = /^([<>=!]+|in|like)$/i;

/**
 * The column that each `?` of a statement is compared with, or is written to. It knows the forms in which drizzle
 * writes its SQL, and no more: undefined means that nothing is known of the parameter.
 */
export function parameterColumns(sql: string): Column[] {
  const found: Column[] = [];
  const [, verb, main] = /^\s*(insert into|update|delete from) "([^"]*)"/i.exec(sql) ?? [];
  const around: Group[] = [];
  let group: Group = { awaited: [], index: 0, named: [] };
  /** The columns between the table and the values of an insert. */
  let written: Column[] | undefined = verb?.toLowerCase() === "insert into" ? [] : undefined;
  let inValues = false;
  let last = "";
  /** A column, or a row of them, that has just been named. */
  let left: Column[] = [];
  /** The same, when a comparison has followed it. */
  let compared: Column[] = [];

  for (const [text, first, second] of sql.matchAll(token)) {
    const before = { text: last, left, compared };
    [last, left, compared] = [text, [], []];

    if (text === "?") {
      const { awaited, index } = group;
      const isWhole = before.text === "(" || before.text === ",";
      if (before.compared.length === 1) found.push(before.compared[0]);
      else found.push(isWhole ? awaited[awaited.length > 1 ? index : 0] : undefined);
    } else if (first !== undefined) {
      const table = second === undefined ? main : first;
      const column = table === undefined ? undefined : { table, column: second ?? first };
      group.named.push(column);
      left = [column];
    } else if (text === "(") {
      const isRow = inValues && around.length === 0;
      around.push(group);
      group = { awaited: isRow ? (written ?? []) : before.compared, index: 0, named: [] };
    } else if (text === ")") {
      left = group.named;
      group = around.pop() ?? { awaited: [], index: 0, named: [] };
      if (written?.length === 0 && around.length === 0) written = left;
    } else if (comparison.test(text)) {
      compared = before.left;
    } else if (text === ",") {
      group.index += 1;
    } else if (around.length === 0) {
      inValues = text.toLowerCase() === "values";
    }
  }
  return found;
}
