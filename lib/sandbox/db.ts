import type { SandboxDatabase } from "./database";
import { currentScope } from "./scope";

/**
 * Stands in for the example's `@/db` (tsconfig.json says so). It is always the database of the visitor whose request
 * is being answered, so that the example's files run here as they are.
 */
export const db = new Proxy({} as SandboxDatabase, {
  get(_, property) {
    const { db } = currentScope().lease;
    const value: unknown = Reflect.get(db, property);
    return typeof value === "function" ? value.bind(db) : value;
  },
});
