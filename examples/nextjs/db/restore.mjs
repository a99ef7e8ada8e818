import { copyFileSync, existsSync, renameSync } from "node:fs";
import Database from "better-sqlite3";

// `node db/restore.mjs copy.db` puts a copy in the place of the database. Stop the app first.

const [source] = process.argv.slice(2);
if (!source) throw new Error("Name the copy: node db/restore.mjs copy.db");

process.umask(0o077);
const file = process.env.DATABASE_FILE || "app.db";
const draft = `${file}.${process.pid}.db`;

copyFileSync(source, draft);
const copy = new Database(draft);
const [{ integrity_check: found }] = copy.pragma("integrity_check");
copy.close();
if (found !== "ok") throw new Error(`${source} is damaged: ${found}`);

if (existsSync(file)) {
  closeWhole(file);
  renameSync(file, `${file}-replaced`);
}
renameSync(draft, file);
console.warn(
  `${file} is what ${source} was. The file before it is ${file}-replaced.`,
);

/** Brings all that was written into the one file. SQLite does so only while nobody else has it open. */
function closeWhole(path) {
  const database = new Database(path, { timeout: 1000 });
  try {
    database.pragma("journal_mode = DELETE");
  } catch (cause) {
    throw new Error(`Something has ${path} open. Stop the app first.`, { cause });
  } finally {
    database.close();
  }
}
