import { renameSync } from "node:fs";
import Database from "better-sqlite3";

// `node db/backup.mjs copy.db` copies the database while the app runs.

const [target] = process.argv.slice(2);
if (!target) throw new Error("Name the file to write: node db/backup.mjs copy.db");

// Only the user who runs this may read the copy.
process.umask(0o077);

const file = process.env.DATABASE_FILE || "app.db";
const draft = `${target}.${process.pid}.db`;
const database = new Database(file, { fileMustExist: true, timeout: 60_000 });
// The copy is the database as it is at one moment. Writers need not wait.
database.prepare("VACUUM INTO ?").run(draft);
database.close();
// A backup that breaks off leaves the last one as it was.
renameSync(draft, target);
console.warn(`${target} is a copy of ${file}.`);
