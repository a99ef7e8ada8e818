import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { threads } from "@/db/schema";
import { maxTitleLength } from "@/lib/thread";

// #region owned-thread
/**
 * The `where` of every statement about one thread. An id alone does not say whose
 * thread it is.
 */
export const ownedThread = (userId: string, threadId: string) =>
  and(eq(threads.id, threadId), eq(threads.userId, userId));
// #endregion owned-thread

/** The columns that a client sees. `userId` is not among them: only the owner asks. */
export const threadView = {
  id: threads.id,
  title: threads.title,
  status: threads.status,
  custom: threads.custom,
  createdAt: threads.createdAt,
  updatedAt: threads.updatedAt,
};

/** A name that a user may give a thread. */
export const threadTitle = z
  .string()
  .trim()
  .min(1, "A title needs a character at least.")
  .max(maxTitleLength);
