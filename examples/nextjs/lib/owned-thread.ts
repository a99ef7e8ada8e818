import { and, eq } from "drizzle-orm";
import { threads } from "@/db/schema";

// #region owned-thread
/**
 * Stands in the `where` of every statement about one thread: an id alone says nothing
 * about whose it is.
 */
export const ownedThread = (userId: string, threadId: string) =>
  and(eq(threads.id, threadId), eq(threads.userId, userId));
// #endregion owned-thread
