import "server-only";
import type { UIMessage } from "ai";
import { and, eq, lt, notExists, sql } from "drizzle-orm";
import { db } from "@/db";
import { messages, threads } from "@/db/schema";
import { type MessageRow, maxHistoryBytes } from "./message-schema";
import { ownedThread } from "./owned-thread";

// #region branch
/**
 * The messages that lead to this one, each the answer to the one before it. Of a long
 * thread it gives the last ones, as many as the model is sent.
 */
export async function readBranch(
  userId: string,
  threadId: string,
  messageId: string,
) {
  const rows = await db
    .select({
      id: messages.id,
      parentId: messages.parentId,
      content: messages.content,
    })
    .from(threads)
    .innerJoin(messages, eq(messages.threadId, threads.id))
    .where(ownedThread(userId, threadId));
  const byId = new Map(rows.map((row) => [row.id, row]));

  const branch: UIMessage[] = [];
  let bytes = 0;
  for (let row = byId.get(messageId); row; row = byId.get(row.parentId ?? "")) {
    bytes += Buffer.byteLength(JSON.stringify(row.content));
    if (bytes > maxHistoryBytes) break;
    branch.unshift({ ...row.content, id: row.id });
  }
  // A conversation begins with a question.
  return branch.slice(branch.findIndex(({ role }) => role === "user"));
}
// #endregion branch

// #region abandoned
/**
 * Removes the user's threads whose first message never came. A young one may be
 * another tab's, which is about to send it.
 */
export async function removeAbandonedThreads(userId: string) {
  const anHourAgo = new Date(Date.now() - 60 * 60 * 1000);
  const theirs = db.select().from(messages).where(eq(messages.threadId, threads.id));
  await db
    .delete(threads)
    .where(
      and(
        eq(threads.userId, userId),
        lt(threads.createdAt, anHourAgo),
        notExists(theirs),
      ),
    );
}
// #endregion abandoned

// Each exported function below is one transaction. It takes the write lock when it begins,
// so that nothing changes between its checks and its writes. It is synchronous, because
// better-sqlite3 commits when the callback returns. Its first statement checks that the
// thread is the user's.
export const asWriter = { behavior: "immediate" } as const;

type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0];

// #region append
/**
 * Adds messages of which each answers the one before it. Messages that are already
 * stored stay as they are, so a repeated request changes nothing.
 */
export function appendMessages(userId: string, threadId: string, rows: MessageRow[]) {
  return db.transaction((tx) => {
    if (!isOwner(tx, userId, threadId)) return "no thread";

    const added = rows.filter((row) => !hasMessage(tx, threadId, row.id));
    if (added[0] && !hasParent(tx, threadId, added[0])) return "no parent";

    for (const row of added) insertMessage(tx, threadId, row);
    if (added.length > 0) touchThread(tx, userId, threadId);
    return added.length > 0 ? "added" : "unchanged";
  }, asWriter);
}
// #endregion append

/** Changes a message, or adds it if it is not stored yet. */
export function replaceMessage(userId: string, threadId: string, row: MessageRow) {
  return db.transaction((tx) => {
    if (!isOwner(tx, userId, threadId)) return "no thread";

    if (hasMessage(tx, threadId, row.id)) {
      tx.update(messages)
        .set({ content: row.content })
        .where(isMessage(threadId, row.id))
        .run();
    } else {
      if (!hasParent(tx, threadId, row)) return "no parent";
      insertMessage(tx, threadId, row);
    }
    touchThread(tx, userId, threadId);
    return "replaced";
  }, asWriter);
}

/**
 * Removes all of these messages or none. The answers to a removed message are linked
 * to its parent, as assistant-ui shows them.
 */
export function removeMessages(userId: string, threadId: string, ids: Set<string>) {
  return db.transaction((tx) => {
    if (!isOwner(tx, userId, threadId)) return "not found";
    if (ids.values().some((id) => !hasMessage(tx, threadId, id))) return "not found";

    for (const id of ids) {
      const removed = tx.select().from(messages).where(isMessage(threadId, id)).get();
      tx.update(messages)
        .set({ parentId: removed?.parentId })
        .where(and(eq(messages.threadId, threadId), eq(messages.parentId, id)))
        .run();
      tx.delete(messages).where(isMessage(threadId, id)).run();
    }
    return "removed";
  }, asWriter);
}

function isOwner(tx: Transaction, userId: string, threadId: string) {
  return (
    tx
      .select({ id: threads.id })
      .from(threads)
      .where(ownedThread(userId, threadId))
      .get() !== undefined
  );
}

function touchThread(tx: Transaction, userId: string, threadId: string) {
  tx.update(threads)
    .set({ updatedAt: new Date() })
    .where(ownedThread(userId, threadId))
    .run();
}

export const isMessage = (threadId: string, id: string) =>
  and(eq(messages.threadId, threadId), eq(messages.id, id));

function hasMessage(tx: Transaction, threadId: string, id: string) {
  return (
    tx
      .select({ id: messages.id })
      .from(messages)
      .where(isMessage(threadId, id))
      .get() !== undefined
  );
}

function hasParent(tx: Transaction, threadId: string, row: MessageRow) {
  return row.parent_id === null || hasMessage(tx, threadId, row.parent_id);
}

// #region sequence
function insertMessage(tx: Transaction, threadId: string, row: MessageRow) {
  const last = sql`(
    select coalesce(max(${messages.sequence}), 0) from ${messages}
    where ${messages.threadId} = ${threadId}
  )`;
  tx.insert(messages)
    .values({
      threadId,
      id: row.id,
      parentId: row.parent_id,
      sequence: sql`${last} + 1`,
      format: row.format,
      content: row.content,
    })
    .run();
}
// #endregion sequence
