import type { ColumnDefinition } from "better-sqlite3";
import type { Trace } from "../protocol/trace";
import { StatementCache } from "./statement-cache";

/** The rows that a statement has read. */
export interface ReadRows {
  rows: unknown[];
  /** Where each value of a row comes from. */
  columns(): ColumnDefinition[];
}

/** Where each column stands in a row, or null if the statement reads neither table. */
const positions = new StatementCache<Map<string, number> | null>(500);
const tables = /\b(?:from|join) "(?:session|user)"/;

/**
 * Finds the signed-in user in the rows that better-auth itself reads: first the row of `session` that has the cookie's
 * token and has not expired, then the row of `user` that it names.
 */
export class SessionObserver {
  session: Trace["session"] = null;
  readonly #tokens: Set<unknown>;
  #userId: unknown;

  constructor(tokens: string[]) {
    this.#tokens = new Set(tokens);
  }

  observe(text: string, read: ReadRows) {
    if (this.session || this.#tokens.size === 0) return;
    const places = positions.get(text, () => (tables.test(text) ? placesIn(read) : null));
    if (!places) return;

    for (const row of read.rows) {
      // drizzle, through which better-auth reads, asks for rows as lists.
      if (!Array.isArray(row)) return;
      const at = (column: string): unknown => row[places.get(column) ?? -1];
      if (this.#tokens.has(at("session.token")) && Number(at("session.expires_at")) > Date.now()) {
        this.#userId = at("session.user_id");
      }
      const [userId, email] = [at("user.id"), at("user.email")];
      if (typeof userId === "string" && typeof email === "string" && userId === this.#userId) {
        this.session = { userId, email };
      }
    }
  }
}

/** SQLite itself says the table and the column that a value comes from. */
const placesIn = (read: ReadRows) =>
  new Map(read.columns().map(({ table, column }, index) => [`${table}.${column}`, index]));
