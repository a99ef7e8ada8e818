import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import * as authSchema from "./auth-schema";
import * as schema from "./schema";

// `next build` loads every route, in several processes, but asks the database nothing.
const building = process.env.NEXT_PHASE === "phase-production-build";

// #region db
const client = new Database(building ? ":memory:" : (process.env.DATABASE_FILE ?? "app.db"));
client.pragma("journal_mode = WAL");
client.pragma("foreign_keys = ON");

export const db = drizzle(client, { schema: { ...authSchema, ...schema } });
// #endregion db

// #region migrate
const applyMigrations = () => migrate(db, { migrationsFolder: "drizzle" });
try {
  applyMigrations();
} catch {
  // Two processes that start together both begin: the slower one fails on a table that the faster one has just made.
  // Asked again, it finds nothing left to do. A real fault fails again, and stops the start.
  applyMigrations();
}
// #endregion migrate
