import { openai } from "@ai-sdk/openai";
import {
  consumeStream,
  convertToModelMessages,
  createUIMessageStreamResponse,
  generateId,
  streamText,
  toUIMessageStream,
  type UIMessage,
} from "ai";
import { headers } from "next/headers";
import { z } from "zod";
import { auth } from "@/auth";
import { noModel, notFound, tooLarge } from "@/server/error-response";
import { appendMessages } from "@/server/history";
import {
  chatMessage,
  conversation,
  isTooLong,
  maxChatBytes,
  maxMessageBytes,
  toRows,
} from "@/server/message-schema";
import { endingWithError } from "@/server/model-stream";
import { readBody } from "@/server/read-body";

// #region schema
const chat = z.strictObject({
  messages: conversation,
  /** The thread that the conversation belongs to. Without it, nothing is stored. */
  id: z.string().min(1).optional(),
  // The AI SDK sends these two as well. This route does not need them.
  trigger: z.enum(["submit-message", "regenerate-message"]).optional(),
  messageId: z.string().optional(),
});
// #endregion schema

export async function POST(request: Request) {
  // #region gate
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response("Unauthorized", { status: 401 });
  // #endregion gate

  // #region validate
  const body = await readBody(request, chat, maxChatBytes);
  if (body instanceof Response) return body;

  const { id: threadId, messages } = body;
  if (messages.some(isTooLong)) return tooLarge(maxMessageBytes);
  // #endregion validate

  // #region ownership
  // The question is stored before the model is asked, so it survives whatever happens
  // next.
  const userId = session.user.id;
  if (threadId && appendMessages(userId, threadId, toRows(messages)) === "no thread")
    return notFound();
  // #endregion ownership

  if (!process.env.OPENAI_API_KEY) return noModel();

  // #region keep
  function keepAnswer(answer: UIMessage) {
    if (threadId)
      appendMessages(
        userId,
        threadId,
        toRows([...messages, chatMessage.parse(answer)]),
      );
  }
  // #endregion keep

  // #region stream
  const result = streamText({
    model: openai(process.env.OPENAI_MODEL || "gpt-4o"),
    messages: await convertToModelMessages(messages),
    // When the reader stops or leaves, the model stops as well, and so does the bill.
    abortSignal: request.signal,
    onError: ({ error }) => console.error("The model failed:", error),
  });

  return createUIMessageStreamResponse({
    stream: toUIMessageStream({
      stream: endingWithError(result.stream),
      // The browser uses the same id for the answer.
      generateMessageId: generateId,
      onEnd: ({ responseMessage }) => keepAnswer(responseMessage),
      onError: () => "The model did not answer. Try again.",
    }),
    // Reads a copy of the stream to its end, so that `onEnd` is called even if the
    // reader has left.
    consumeSseStream: consumeStream,
  });
  // #endregion stream
}
