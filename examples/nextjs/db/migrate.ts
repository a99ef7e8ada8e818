import Database from "better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { db } from "./index";

/**
 * Brings the database up to date. Drizzle first looks and then acts, so processes
 * that start together take turns: each waits here for the lock on a second file.
 */
export function migrateDatabase() {
  const lock = new Database(`${db.$client.name}.lock`, { timeout: 60_000 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    db.$client.pragma("journal_mode = WAL");
    migrate(db, { migrationsFolder: "drizzle" });
  } finally {
    lock.close();
  }
}
