import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import * as authSchema from "@/db/auth-schema";
import * as schema from "@/db/schema";
import { createActiveMistakes } from "./active-mistakes";
import { databaseErrorOf } from "./database-error";
import { ObservedDatabase } from "./observed-database";
import type { SandboxDatabase } from "./store";

const tables = { ...authSchema, ...schema };

/** Small pages make a small page cache: 137 KiB of memory for an open database instead of 260. */
const pageSize = 1024;

/** Opens a database that exists already, as `db/index.ts` of the example does. */
export function openDatabase(file: string, maxBytes: number): SandboxDatabase {
  const client = new ObservedDatabase(file, { fileMustExist: true });
  try {
    // A killed process loses nothing that was committed; only a power cut could, and it leaves the file sound.
    client.pragma("synchronous = NORMAL");
    client.pragma("foreign_keys = ON");
    // This setting is not kept in the file.
    client.pragma(`max_page_count = ${Math.floor(maxBytes / pageSize)}`);
    if (!isSound(client)) throw new Database.SqliteError("The file is damaged.", "SQLITE_CORRUPT");
    createActiveMistakes(client);
    return drizzle(client, { schema: tables });
  } catch (error) {
    client.close();
    throw error;
  }
}

/** A database in memory, without tables, for the template. */
export function createDatabase(): SandboxDatabase {
  const client = new Database(":memory:");
  // A property of the file: every copy of the template has it.
  client.pragma(`page_size = ${pageSize}`);
  client.pragma("foreign_keys = ON");
  return drizzle(client, { schema: tables });
}

/** Reads the whole file. An empty one is a database too, but none with a schema. */
export function isSound(client: Database.Database) {
  try {
    return readPragma(client, "schema_version") !== 0 && readPragma(client, "quick_check(1)") === "ok";
  } catch (error) {
    if (databaseErrorOf(error) === "broken") return false;
    throw error;
  }
}

/** How much a database may still grow, if it may take so much. */
export const freeBytes = (client: Database.Database, maxBytes: number) =>
  maxBytes - fileBytes(client) + Number(readPragma(client, "freelist_count")) * pageSize;

/** What the database takes on the disk, when its log has been moved into the file. */
export const fileBytes = (client: Database.Database) => Number(readPragma(client, "page_count")) * pageSize;

/** As `client.pragma(name, { simple: true })`, which would compile it each time. */
const readPragma = (client: Database.Database, name: string) =>
  client.prepare<[], [unknown]>(`pragma ${name}`).raw().get()?.[0];
