import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import * as authSchema from "./auth-schema";
import * as schema from "./schema";

export const db = drizzle(new Database("app.db"), { schema: { ...authSchema, ...schema } });
