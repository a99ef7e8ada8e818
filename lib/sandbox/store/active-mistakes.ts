import type Database from "better-sqlite3";
import { type MistakeName, mistakes } from "~/lib/mistakes/mistakes";

/** The site's own table in a sandbox's database. The example does not know it, and the inspector does not show it. */
const table = "site_active_mistakes";

// Asked for each request. Only the process that has the file open writes it.
const known = new WeakMap<Database.Database, MistakeName[]>();

/** Adds the table to a database that has none: sandboxes outlive a new version of the site. */
export function createActiveMistakes(client: Database.Database) {
  client.exec(`create table if not exists ${table} (name text primary key) strict, without rowid`);
}

/** The mistakes that are on, in the order of the list of mistakes. */
export function readActiveMistakes(client: Database.Database): MistakeName[] {
  const found = known.get(client);
  if (found) return found;
  const stored = client.prepare<[], string>(`select name from ${table}`).pluck().all();
  // A name that this version of the site does not know is left out.
  const names = mistakes.map(({ name }) => name).filter((name) => stored.includes(name));
  known.set(client, names);
  return names;
}

/** These are on from now on, and no others. */
export function writeActiveMistakes(client: Database.Database, names: MistakeName[]) {
  client.transaction(() => {
    client.prepare(`delete from ${table}`).run();
    const insert = client.prepare(`insert or ignore into ${table} (name) values (?)`);
    for (const name of names) insert.run(name);
  })();
  known.delete(client);
}
