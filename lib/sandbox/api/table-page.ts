import { createHash } from "node:crypto";
import { asc, count, desc } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { account, session, user } from "@/db/auth-schema";
import { messages, modelUses, threads } from "@/db/schema";
import type { DatabasePage, ViewedColumn, ViewedRow, ViewedTable } from "../protocol/table-page";
import { masked } from "../protocol/trace";
import type { SandboxDatabase } from "../store/store";
import { isVisible } from "../trace/visible-columns";

const tables = {
  user,
  session,
  account,
  threads,
  messages,
  model_uses: modelUses,
} satisfies Record<ViewedTable, unknown>;

const pageSize = 50;
const maxLength = 1000;

/** A page of a table, the newest rows first. Undefined: the table has no such page. */
export function viewTable(db: SandboxDatabase, name: ViewedTable, page: number): DatabasePage | undefined {
  const table = tables[name];
  const { columns, primaryKeys, foreignKeys } = getTableConfig(table);
  const total = db.select({ rows: count() }).from(table).get()?.rows ?? 0;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (page > pages) return undefined;

  const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
  const rows = db
    .select(Object.fromEntries(columns.map((column) => [column.name, column])))
    .from(table)
    .orderBy(
      desc("createdAt" in table ? table.createdAt : table.startedAt),
      ...key.map((column) => asc(column)),
    )
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .all()
    .map((row) => viewRow(row, columns, key));

  const references = referencesOf(foreignKeys);
  return {
    table: name,
    columns: columns.map((column) => viewColumn(column, references.get(column.name))),
    rows,
    total,
    page,
    pages,
    version: digest([total, rows.map(({ key, version }) => [key, version])]),
  };
}

type Row = Record<string, unknown>;

function viewRow(row: Row, columns: SQLiteColumn[], key: SQLiteColumn[]): ViewedRow {
  return {
    key: JSON.stringify(key.map(({ name }) => row[name])),
    // It covers secrets too. They cannot be found from it, because each holds more than a hundred random bits.
    version: digest(row),
    values: Object.fromEntries(columns.map((column) => [column.name, viewValue(row[column.name], column)])),
  };
}

function viewValue(value: unknown, column: SQLiteColumn): ViewedRow["values"][string] {
  if (value === null || value === undefined) return null;
  if (isHidden(column)) return masked;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = value instanceof Date ? value.toISOString() : asText(value);
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

function viewColumn(column: SQLiteColumn, references: ViewedColumn["references"]): ViewedColumn {
  return {
    name: column.name,
    type: typeOf(column),
    ...(references && { references }),
    ...(isHidden(column) && { masked: true }),
  };
}

const isHidden = (column: SQLiteColumn) =>
  !isVisible({ table: getTableConfig(column.table).name, column: column.name });

const typeOf = ({ dataType }: SQLiteColumn) =>
  (["number", "boolean", "date", "json"] as const).find((type) => type === dataType) ?? "string";

/** A column that stands in several keys leads where the shortest one does. */
function referencesOf(foreignKeys: ReturnType<typeof getTableConfig>["foreignKeys"]) {
  const keys = foreignKeys.map((key) => key.reference()).sort((a, b) => b.columns.length - a.columns.length);
  return new Map(
    keys.flatMap(({ columns, foreignColumns, foreignTable }) => {
      const { name: table } = getTableConfig(foreignTable);
      return foreignColumns.map(({ name: column }, index) => [columns[index]?.name, { table, column }]);
    }),
  );
}

const digest = (value: unknown) =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
