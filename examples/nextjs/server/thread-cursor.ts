import "server-only";
import { sql } from "drizzle-orm";
import { threads } from "@/db/schema";

/** The last thread of a page. The id decides between two of the same millisecond. */
export interface Cursor {
  updatedAt: Date;
  id: string;
}

export const formatCursor = ({ updatedAt, id }: Cursor) =>
  `${updatedAt.getTime()}_${id}`;

/** Null if the text is no cursor. */
export function parseCursor(text: string): Cursor | null {
  const [, time, id] = /^(\d{1,15})_([\w-]{1,64})$/.exec(text) ?? [];
  return time && id ? { updatedAt: new Date(Number(time)), id } : null;
}

/**
 * Compares both columns as one pair, in the order of the list, so that SQLite can use
 * the index.
 */
export const comesAfter = (cursor: Cursor) =>
  sql`(${threads.updatedAt}, ${threads.id}) < (${cursor.updatedAt.getTime()}, ${cursor.id})`;
