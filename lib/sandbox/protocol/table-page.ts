/** The tables of a sandbox that its visitor may look into. */
export const viewedTables = ["user", "session", "account", "threads", "messages", "model_uses"] as const;

export type ViewedTable = (typeof viewedTables)[number];

/** One page of a table, as `GET /demo/database` answers it. */
export interface DatabasePage {
  table: ViewedTable;
  columns: ViewedColumn[];
  rows: ViewedRow[];
  /** Rows in the whole table. */
  total: number;
  page: number;
  pages: number;
  /** Changes whenever a row of this page, or the number of rows, does. */
  version: string;
}

export interface ViewedColumn {
  name: string;
  type: "string" | "number" | "boolean" | "date" | "json";
  references?: { table: string; column: string };
  /** The column holds secrets. A value is shown masked, a missing one as null. */
  masked?: true;
}

export interface ViewedRow {
  /** Stays the same as long as the row exists. */
  key: string;
  /** Changes whenever a value of the row does, a masked one too. */
  version: string;
  /** By the name of the column. Dates are ISO 8601, JSON is its text, and a long text is cut. */
  values: Record<string, string | number | boolean | null>;
}
