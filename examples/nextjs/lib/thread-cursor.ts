import { sql } from "drizzle-orm";
import { threads } from "@/db/schema";

/**
 * Where a page of threads ended. The id decides between threads of the same
 * millisecond.
 */
export interface Cursor {
  updatedAt: Date;
  id: string;
}

export const formatCursor = ({ updatedAt, id }: Cursor) =>
  `${updatedAt.getTime()}_${id}`;

/** Null for a text that is no cursor. */
export function parseCursor(text: string): Cursor | null {
  const [, time, id] = /^(\d{1,15})_([\w-]{1,64})$/.exec(text) ?? [];
  return time && id ? { updatedAt: new Date(Number(time)), id } : null;
}

/**
 * Compares both columns at once, in the order of the list, so that the index leads
 * straight to the next page.
 */
export const comesAfter = (cursor: Cursor) =>
  sql`(${threads.updatedAt}, ${threads.id}) < (${cursor.updatedAt.getTime()}, ${cursor.id})`;
