import "server-only";
import type { UIMessage } from "ai";
import { z } from "zod";
import { maxTextBytes } from "@/lib/message";

// #region limits
/** A text that the composer lets through, and what is sent along with it. */
export const maxMessageBytes = maxTextBytes + 4 * 1024;
/** How much of a thread the model is sent with a question. Choose what yours takes. */
export const maxHistoryBytes = 256 * 1024;
// #endregion limits

/** Clients choose the ids of their messages. */
export const messageId = z.string().regex(/^[\w.:-]{1,128}$/);

// #region content
/**
 * What a client may write: its user's words. Answers and the results of tools are the
 * server's, because the model believes what stands there. No files: the server would
 * fetch their addresses. Fields of a part that are not listed are dropped. One of them
 * is provider metadata, with which a client could name items stored in the operator's
 * OpenAI account.
 */
const question = {
  role: z.literal("user", "A client writes the user's messages, and no others."),
  parts: z.array(z.object({ type: z.literal("text"), text: z.string() })).max(256),
  metadata: z.record(z.string(), z.unknown()).optional(),
};

/** A question as the browser sends it: a `UIMessage` of the AI SDK. */
export const questionMessage = z.strictObject({ id: messageId, ...question });

/**
 * The row of a question, as assistant-ui writes and reads it. Its id has a column of
 * its own. An id in the content would win over that column when the row is read, so
 * it is refused.
 */
export const messageRow = z.strictObject({
  id: messageId,
  parent_id: messageId.nullable(),
  format: z.literal("ai-sdk/v6"),
  content: z.strictObject(question),
});
// #endregion content

/** A message as it is stored. */
export type MessageContent = Omit<UIMessage, "id">;

/** A row of a thread's history. */
export interface MessageRow {
  id: string;
  parent_id: string | null;
  format: "ai-sdk/v6";
  content: MessageContent;
}

/** The row of a message that answers another one, or begins a thread. */
export function toRow(
  { id, ...content }: UIMessage,
  parent_id: string | null,
): MessageRow {
  return { id, parent_id, format: "ai-sdk/v6", content };
}
