import type Database from "better-sqlite3";
import { type MistakeName, mistakes } from "~/lib/mistakes/mistakes";

/**
 * The bit of each mistake in SQLite's `user_version`, a number in the file's head that is the application's to use.
 * Sandboxes outlive a start, so a bit keeps its meaning: a new mistake gets the next one.
 */
const bits: Record<MistakeName, number> = {
  "chat-without-gate": 1 << 0,
  "list-without-where": 1 << 1,
  "message-without-ownership": 1 << 2,
  "patch-spreads-body": 1 << 3,
  "no-reload-on-auth": 1 << 4,
  "reload-is-not-isolation": 1 << 5,
  "unchecked-response": 1 << 6,
  "cookie-existence-is-no-session": 1 << 7,
};

// Asked for each request. Whoever has a file open is the only one who writes it.
const known = new WeakMap<Database.Database, MistakeName[]>();

export function readMistakes(client: Database.Database): MistakeName[] {
  const found = known.get(client);
  if (found) return found;
  const version = Number(client.pragma("user_version", { simple: true }));
  const names = mistakes.map(({ name }) => name).filter((name) => version & bits[name]);
  known.set(client, names);
  return names;
}

export function writeMistakes(client: Database.Database, names: MistakeName[]) {
  const version = names.reduce((sum, name) => sum | bits[name], 0);
  client.pragma(`user_version = ${version}`);
  known.delete(client);
}
