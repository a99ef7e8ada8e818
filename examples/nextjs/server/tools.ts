import "server-only";
import { type ToolSet, tool } from "ai";
import { z } from "zod";
import { db } from "@/db";
import { threads } from "@/db/schema";
import { ownedThread, threadTitle } from "./owned-thread";
import { searchThreads } from "./search-threads";

// #region tools
/**
 * What the model may do for the user who asked. The user's id comes from the session.
 * It is no argument of a tool, because the model would choose it, and the model writes
 * what it has read.
 */
export function toolsOf(userId: string, openThread: string | undefined) {
  return {
    searchThreads: tool({
      description:
        "Finds other threads of the user's by words in their title or messages.",
      inputSchema: z.strictObject({ words: z.string().trim().min(1).max(200) }),
      execute: ({ words }) => searchThreads(userId, words, openThread),
    }),
    renameThread: tool({
      description: "Gives a thread of the user's another title. It asks them first.",
      inputSchema: z.strictObject({
        threadId: z
          .string()
          .optional()
          .describe("As searchThreads gives it. Without it, the open thread."),
        title: threadTitle,
      }),
      execute: ({ threadId = openThread ?? "", title }) =>
        renameThread(userId, threadId, title),
    }),
  } satisfies ToolSet;
}

/** A tool that changes something waits until the user has agreed. */
export const toolApproval = { renameThread: "user-approval" } as const;
// #endregion tools

// #region rename
/** The id comes from the model, so it says nothing about whose thread it is. */
async function renameThread(userId: string, threadId: string, title: string) {
  const [renamed] = await db
    .update(threads)
    .set({ title })
    .where(ownedThread(userId, threadId))
    .returning({ id: threads.id, title: threads.title });
  return renamed ?? { error: "The user has no such thread." };
}
// #endregion rename
