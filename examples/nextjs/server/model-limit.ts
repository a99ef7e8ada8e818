import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { modelUses } from "@/db/schema";
import { tooManyQuestions } from "./error-response";

/** How many answers a user may ask for in a minute, and how many titles. */
export const maxUsesPerMinute = 20;

const minute = 60_000;

// #region limit
/**
 * Counts that a user asks the model, and refuses what is too much. One statement counts
 * and tells the count, so of many requests at once none slips through, on however many
 * instances of the app.
 */
export function refuseTooMany(userId: string, use: "answer" | "title") {
  const now = Date.now();
  const isOver = sql`${modelUses.startedAt} <= ${now - minute}`;
  const { startedAt, count } = db
    .insert(modelUses)
    .values({ userId, use, startedAt: new Date(now), count: 1 })
    .onConflictDoUpdate({
      target: [modelUses.userId, modelUses.use],
      set: {
        startedAt: sql`case when ${isOver} then ${now} else ${modelUses.startedAt} end`,
        count: sql`case when ${isOver} then 1 else ${modelUses.count} + 1 end`,
      },
    })
    .returning()
    .get();
  if (count <= maxUsesPerMinute) return undefined;

  const wait = startedAt.getTime() + minute - now;
  return tooManyQuestions(Math.max(1, Math.ceil(wait / 1000)));
}
// #endregion limit
