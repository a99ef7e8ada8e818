import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { account, guesses, session, user, verification } from "@/db/auth-schema";
import { messages, modelUses, threads } from "@/db/schema";
import type { NamedColumn } from "./parameter-columns";

/** The columns whose values visitors may see of their own sandbox. Every column that is missing here is masked. */
const shown = new Set([
  ...columns(user, "id", "name", "email", "emailVerified", "image", "createdAt", "updatedAt"),
  ...columns(session, "id", "userId", "ipAddress", "userAgent", "expiresAt", "createdAt", "updatedAt"),
  ...columns(account, "id", "userId", "accountId", "providerId", "scope", "createdAt", "updatedAt"),
  ...columns(account, "accessTokenExpiresAt", "refreshTokenExpiresAt"),
  ...columns(verification, "id", "expiresAt", "createdAt", "updatedAt"),
  ...columns(guesses, "id", "count", "expiresAt"),
  ...columns(threads, "id", "userId", "localId", "title", "status", "custom", "createdAt", "updatedAt"),
  ...columns(messages, "threadId", "id", "parentId", "sequence", "format", "content", "createdAt"),
  ...columns(modelUses, "userId", "use", "startedAt", "count"),
]);

function columns<Table extends SQLiteTable>(table: Table, ...keys: (keyof Table["_"]["columns"])[]) {
  const all: Table["_"]["columns"] = getTableColumns(table);
  return keys.map((key) => `${getTableName(table)}.${all[key]?.name}`);
}

/** Whether a column is known to hold no secret. */
export const isVisible = ({ table, column }: NamedColumn) => shown.has(`${table}.${column}`);
