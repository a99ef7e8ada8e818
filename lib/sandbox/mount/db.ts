import { currentSandbox } from "../store/scope";
import type { SandboxDatabase } from "../store/store";

/**
 * Stands in for the example's `@/db` (tsconfig.json says so). It is always the database of the visitor whose request is
 * being answered, so the example's files run here unchanged.
 */
export const db = new Proxy({} as SandboxDatabase, {
  get(_, property) {
    const { db } = currentSandbox();
    const value: unknown = Reflect.get(db, property);
    return typeof value === "function" ? value.bind(db) : value;
  },
});
