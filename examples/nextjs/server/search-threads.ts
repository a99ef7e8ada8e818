import "server-only";
import { and, desc, eq, ne, or, sql } from "drizzle-orm";
import { db } from "@/db";
import { messages, threads } from "@/db/schema";

// #region search
/** The user's threads that have these words in them, the newest first. */
export function searchThreads(userId: string, words: string, openThread?: string) {
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const isSaid = sql`exists (
    select 1 from ${messages}, json_each(${messages.content}, '$.parts') as part
    where ${messages.threadId} = ${threads.id}
      and part.value ->> 'text' like ${pattern} escape '\\'
  )`;
  return db
    .select({ id: threads.id, title: threads.title })
    .from(threads)
    .where(
      and(
        eq(threads.userId, userId),
        // The open thread has the words in any case: they are in the question.
        openThread ? ne(threads.id, openThread) : undefined,
        or(sql`${threads.title} like ${pattern} escape '\\'`, isSaid),
      ),
    )
    .orderBy(desc(threads.updatedAt))
    .limit(10);
}
// #endregion search
