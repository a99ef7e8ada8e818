import { getTableName } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { account, session, user, verification } from "@/db/auth-schema";
import { messages, threads } from "@/db/schema";
import type { NamedColumn } from "./parameter-columns";

/** The columns whose values visitors may see of their own sandbox. Whatever is not in here is masked. */
const shown: SQLiteColumn[] = [
  user.id,
  user.name,
  user.email,
  user.emailVerified,
  user.image,
  user.createdAt,
  user.updatedAt,
  session.id,
  session.expiresAt,
  session.createdAt,
  session.updatedAt,
  session.ipAddress,
  session.userAgent,
  session.userId,
  account.id,
  account.accountId,
  account.providerId,
  account.userId,
  account.accessTokenExpiresAt,
  account.refreshTokenExpiresAt,
  account.scope,
  account.createdAt,
  account.updatedAt,
  verification.id,
  verification.expiresAt,
  verification.createdAt,
  verification.updatedAt,
  threads.id,
  threads.userId,
  threads.localId,
  threads.title,
  threads.status,
  threads.custom,
  threads.createdAt,
  threads.updatedAt,
  messages.threadId,
  messages.id,
  messages.parentId,
  messages.sequence,
  messages.format,
  messages.content,
  messages.createdAt,
];

const names = new Set(
  shown.map((column) => nameOf({ table: getTableName(column.table), column: column.name })),
);

/** Whether a column is known to hold no secret. */
export const isVisible = (column: NamedColumn) => names.has(nameOf(column));

function nameOf({ table, column }: NamedColumn) {
  return `${table}.${column}`;
}
