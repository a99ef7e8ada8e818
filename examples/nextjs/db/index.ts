import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import * as authSchema from "./auth-schema";
import * as schema from "./schema";

// `next build` loads every route, in several processes, but asks the database
// nothing.
const building = process.env.NEXT_PHASE === "phase-production-build";

// #region db
const client = new Database(
  building ? ":memory:" : process.env.DATABASE_FILE || "app.db",
);
client.pragma("foreign_keys = ON");

export const db = drizzle(client, { schema: { ...authSchema, ...schema } });
// #endregion db

// #region migrate
function prepare() {
  client.pragma("journal_mode = WAL");
  migrate(db, { migrationsFolder: "drizzle" });
}

try {
  prepare();
} catch {
  // Of processes that start together on a new file, one is first and the others
  // stumble over what it has just made. On a second look they find nothing left to
  // do. A real fault shows again, and stops the start.
  prepare();
}
// #endregion migrate
