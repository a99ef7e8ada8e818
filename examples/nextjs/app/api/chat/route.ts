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
import { notFound, tooLarge } from "@/lib/error-response";
import { appendMessages } from "@/lib/history";
import {
  chatMessage,
  conversation,
  isTooLong,
  maxChatBytes,
  maxMessageBytes,
  toRows,
} from "@/lib/message";
import { endingWithError } from "@/lib/model-stream";
import { readBody } from "@/lib/read-body";

// #region request
const chat = z.strictObject({
  messages: conversation,
  /** The thread that keeps the conversation. Without one, nothing is stored. */
  id: z.string().min(1).optional(),
  // The AI SDK sends these two as well. The messages already say all that this route
  // needs to know.
  trigger: z.enum(["submit-message", "regenerate-message"]).optional(),
  messageId: z.string().optional(),
});
// #endregion request

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
  // Stored before the model is asked, so that the question survives whatever happens
  // next.
  const userId = session.user.id;
  if (threadId && appendMessages(userId, threadId, toRows(messages)) === "no thread")
    return notFound();
  // #endregion ownership

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
    // A reader who stops or leaves stops the model too, and the bill.
    abortSignal: request.signal,
    onError: ({ error }) => console.error("The model failed:", error),
  });

  return createUIMessageStreamResponse({
    stream: toUIMessageStream({
      stream: endingWithError(result.stream),
      // The answer is kept under the id that it has on the reader's screen.
      generateMessageId: generateId,
      onEnd: ({ responseMessage }) => keepAnswer(responseMessage),
      onError: () => "The model did not answer. Try again.",
    }),
    // Reads a copy of the stream to its end, so that `onEnd` comes even when the
    // reader has gone.
    consumeSseStream: consumeStream,
  });
  // #endregion stream
}
