import "server-only";
import { z } from "zod";
import { isEmptyAnswer } from "@/lib/message";

// #region limits
export const maxMessageBytes = 64 * 1024;
export const maxChatBytes = 256 * 1024;

/** The limit is for what a user writes. Answers have none. */
export const isTooLong = (message: ChatMessage) =>
  message.role === "user" &&
  Buffer.byteLength(JSON.stringify(message)) > maxMessageBytes;
// #endregion limits

const id = z.string().min(1).max(128);

// #region parts
/**
 * The parts that a message may have. No files: the server would fetch their
 * addresses. No tools: this app has none, and the model would believe a forged result.
 * Fields that are not listed here are dropped. One of them is provider metadata, with
 * which a client could name items stored in the operator's OpenAI account.
 */
const part = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("reasoning"), text: z.string() }),
  z.object({ type: z.literal("step-start") }),
]);
// #endregion parts

// #region content
/**
 * A message as it is stored. Its id has a column of its own. An id in here would win
 * over that column when the row is read, so it is refused.
 */
const content = z.strictObject({
  role: z.enum(["user", "assistant"]),
  parts: z.array(part).max(256),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

export type MessageContent = z.infer<typeof content>;
// #endregion content

/** A row of a thread's history, as assistant-ui writes and reads it. */
export const messageRow = z.strictObject({
  id,
  parent_id: id.nullable(),
  format: z.literal("ai-sdk/v6"),
  content,
});

export type MessageRow = z.infer<typeof messageRow>;

/** A `UIMessage` from a client: the content with its id. */
export const chatMessage = content.extend({ id });

export type ChatMessage = z.infer<typeof chatMessage>;

/** The messages that the model is asked to answer. They end with a question. */
export const conversation = z
  .array(chatMessage)
  .min(1)
  .refine(hasDistinctIds, "Give each message an id of its own.")
  .refine(
    (messages) => messages.at(-1)?.role === "user",
    "The last message must be the user's.",
  );

function hasDistinctIds(messages: ChatMessage[]) {
  return new Set(messages.map((message) => message.id)).size === messages.length;
}

/** The rows of a conversation in which each message answers the one before it. */
export function toRows(messages: ChatMessage[]): MessageRow[] {
  const kept = messages.filter((message) => !isEmptyAnswer(message));
  return kept.map(({ id, ...content }, index) => ({
    id,
    parent_id: kept[index - 1]?.id ?? null,
    format: "ai-sdk/v6",
    content,
  }));
}
