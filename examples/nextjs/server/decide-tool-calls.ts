import "server-only";
import { isToolUIPart, type UIMessage } from "ai";
import { and, eq } from "drizzle-orm";
import { db } from "@/db";
import { messages, threads } from "@/db/schema";
import { asWriter, isMessage } from "./history";
import { refuseTooMany } from "./model-limit";
import { ownedThread } from "./owned-thread";

type Part = UIMessage["parts"][number];

interface Approval {
  id: string;
  approved: boolean;
}

// #region decide
/**
 * Writes down what the user has decided. The tool calls and their arguments are those
 * of the stored answer, so a client decides what it was asked, and nothing else. Each
 * is decided once: the next request finds no call that waits.
 */
export function decideToolCalls(
  userId: string,
  threadId: string,
  answerId: string,
  approvals: Approval[],
) {
  const isAnswer = isMessage(threadId, answerId);
  return db.transaction((tx) => {
    const answer = tx
      .select({ content: messages.content, questionId: messages.parentId })
      .from(threads)
      .innerJoin(messages, eq(messages.threadId, threads.id))
      .where(and(ownedThread(userId, threadId), isAnswer))
      .get();
    if (!answer?.questionId) return "not found";

    const parts = decide(answer.content.parts, approvals);
    if (!parts) return "not asked";

    // The model is asked to go on. A decision that it may not hear of is not written
    // down, so it can be made again.
    const refusal = refuseTooMany(userId, "answer");
    if (refusal) return refusal;

    tx.update(messages)
      .set({ content: { ...answer.content, parts } })
      .where(isAnswer)
      .run();
    return { questionId: answer.questionId };
  }, asWriter);
}

/** The parts with each open request decided. Undefined if these are not the open ones. */
function decide(parts: Part[], approvals: Approval[]): Part[] | undefined {
  const decisions = new Map(approvals.map(({ id, approved }) => [id, approved]));
  const open = parts.filter(isWaiting);
  const isComplete =
    open.length === approvals.length &&
    open.every(({ approval }) => decisions.has(approval.id));
  if (!isComplete || open.length === 0) return undefined;

  return parts.map((part) => {
    if (!isWaiting(part)) return part;
    const approved = decisions.get(part.approval.id) === true;
    const approval = { ...part.approval, approved };
    return { ...part, state: "approval-responded", approval };
  });
}

const isWaiting = (part: Part) =>
  isToolUIPart(part) && part.state === "approval-requested";
// #endregion decide
