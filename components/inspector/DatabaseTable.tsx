import { useState } from "react";
import type { DatabasePage, ViewedColumn, ViewedRow } from "~/lib/sandbox/protocol/table-page";
import { ownerOf, UserIdValue } from "../ui/UserIdValue";

/** Where a foreign key leads. */
export interface Target {
  column: string;
  value: string;
}

interface DatabaseTableProps {
  data: DatabasePage;
  target: Target | undefined;
  follow: (table: string, target: Target) => void;
}

/** One page of a table, read only. Rows that are new or have changed since the last look are marked. */
export function DatabaseTable({ data, target, follow }: DatabaseTableProps) {
  // The rows' versions before the last change that was seen: a look that finds nothing new leaves the marks.
  const [seen, setSeen] = useState({ data, before: versionsOf(data) });
  const isSamePage = seen.data.page === data.page;
  if (!isSamePage || seen.data.version !== data.version) {
    setSeen({ data, before: versionsOf(isSamePage ? seen.data : data) });
  }
  if (data.rows.length === 0) return <p className="inspector-empty">This table has no rows.</p>;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is interactive
    <section className="rows" tabIndex={0} aria-label={`Rows of ${data.table}`}>
      <table>
        <thead>
          <tr>
            {data.columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.key} data-change={changeOf(row, seen.before)} data-target={isTarget(row, target)}>
              {data.columns.map((column) => (
                <td key={column.name}>
                  <Cell
                    table={data.table}
                    column={column}
                    value={row.values[column.name] ?? null}
                    follow={follow}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  table: string;
  column: ViewedColumn;
  value: ViewedRow["values"][string];
  follow: DatabaseTableProps["follow"];
}

function Cell({ table, column: { name, references }, value, follow }: CellProps) {
  if (value === null) return <span className="null">null</span>;
  const isUserId = (table === "user" && name === "id") || references?.table === "user";
  const text = String(value);
  const code = isUserId || ownerOf(text) ? <UserIdValue text={text} /> : <code>{text}</code>;
  if (!references) return code;
  const target = { column: references.column, value: text };
  return (
    <button
      type="button"
      title={`Show the row of ${references.table}`}
      onClick={() => follow(references.table, target)}
    >
      {code}
    </button>
  );
}

const versionsOf = ({ rows }: DatabasePage) => new Map(rows.map(({ key, version }) => [key, version]));

function changeOf({ key, version }: ViewedRow, before: Map<string, string>) {
  if (!before.has(key)) return "new";
  return before.get(key) === version ? undefined : "changed";
}

const isTarget = ({ values }: ViewedRow, target: Target | undefined) =>
  target && String(values[target.column]) === target.value ? true : undefined;
