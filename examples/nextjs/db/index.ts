import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import * as authSchema from "./auth-schema";
import * as schema from "./schema";

function open() {
  const client = new Database(process.env.DATABASE_FILE || "app.db");
  client.pragma("foreign_keys = ON");
  return drizzle(client, { schema: { ...authSchema, ...schema } });
}

let opened: ReturnType<typeof open> | undefined;

// The first query opens the file. `next build` and better-auth's CLI load this module
// and ask nothing, so they need no database.
export const db = new Proxy({} as ReturnType<typeof open>, {
  get(_, property) {
    opened ??= open();
    return Reflect.get(opened, property);
  },
});
