import { z } from "zod";

export const maxMessageBytes = 64 * 1024;
export const maxChatBytes = 256 * 1024;

/**
 * The same limit for a question on its way to the model as for a message on its way
 * to the history. Answers have none.
 */
export const isTooLong = (message: ChatMessage) =>
  message.role === "user" &&
  Buffer.byteLength(JSON.stringify(message)) > maxMessageBytes;

const id = z.string().min(1).max(128);

// #region parts
/**
 * What a message may be made of. No files: the server would fetch their addresses. No
 * tools: this app has none, and a forged result would be read as a real one. Of each
 * part only what is listed here is kept: provider metadata in particular names items
 * stored in the operator's OpenAI account, which a client must not be able to point
 * at.
 */
const part = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("reasoning"), text: z.string() }),
  z.object({ type: z.literal("step-start") }),
]);
// #endregion parts

// #region content
/**
 * A message as it is stored. Its id has a column of its own; a second one in here
 * would win when it is read.
 */
const content = z.strictObject({
  role: z.enum(["user", "assistant"]),
  parts: z.array(part).max(256),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

export type MessageContent = z.infer<typeof content>;
// #endregion content

// #region row
/**
 * A row of a thread's history, as assistant-ui's `ThreadHistoryAdapter` writes and
 * reads it.
 */
export const messageRow = z.strictObject({
  id,
  parent_id: id.nullable(),
  format: z.literal("ai-sdk/v6"),
  content,
});

export type MessageRow = z.infer<typeof messageRow>;
// #endregion row

// #region chat-message
/** A `UIMessage` from a client: the same content, with its id beside it. */
export const chatMessage = content.extend({ id });

export type ChatMessage = z.infer<typeof chatMessage>;
// #endregion chat-message

// #region conversation
/** What a model is asked to answer: it ends with a question. */
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
// #endregion conversation

// #region branch
/**
 * The rows of a conversation in which each message answers the one before. An answer
 * that failed or was stopped before its first word is none, and is left out.
 */
export function toRows(messages: ChatMessage[]): MessageRow[] {
  const kept = messages.filter(
    ({ role, parts }) => role === "user" || parts.some(hasWords),
  );
  return kept.map(({ id, ...content }, index) => ({
    id,
    parent_id: kept[index - 1]?.id ?? null,
    format: "ai-sdk/v6",
    content,
  }));
}

const hasWords = (part: MessageContent["parts"][number]) =>
  part.type === "text" && part.text !== "";
// #endregion branch
