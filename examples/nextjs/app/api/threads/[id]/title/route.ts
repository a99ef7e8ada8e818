import { openai } from "@ai-sdk/openai";
import { createTextStreamResponse, isTextUIPart, streamText } from "ai";
import { and, isNull } from "drizzle-orm";
import { headers } from "next/headers";
import { z } from "zod";
import { auth } from "@/auth";
import { db } from "@/db";
import { threads } from "@/db/schema";
import { maxTitleLength } from "@/lib/thread";
import { modelFailed, noModel, notFound } from "@/server/error-response";
import { type ChatMessage, chatMessage, maxChatBytes } from "@/server/message-schema";
import { ownedThread } from "@/server/owned-thread";
import { readBody } from "@/server/read-body";

const conversation = z.strictObject({ messages: z.array(chatMessage).min(1) });

export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const body = await readBody(request, conversation, maxChatBytes);
  if (body instanceof Response) return body;

  const { id } = await params;
  const owned = ownedThread(session.user.id, id);
  const [thread] = await db.select({ id: threads.id }).from(threads).where(owned);
  if (!thread) return notFound();
  if (!process.env.OPENAI_API_KEY) return noModel();

  // #region title
  const result = streamText({
    model: openai(process.env.OPENAI_MODEL || "gpt-4o"),
    instructions:
      "Write a title for this conversation: at most six words, no quotation marks, no full stop.",
    prompt: textOf(body.messages),
    onError: ({ error }) => console.error("The model gave no title:", error),
  });

  // Each access to `textStream` gives a copy of the stream. This one tells whether the
  // model answers, while the status can still be chosen.
  const first = await result.textStream.getReader().read();
  if (first.done) return modelFailed();

  let title = "";
  const keepTitle = new TransformStream<string, string>({
    transform(words, controller) {
      title += words;
      controller.enqueue(words);
    },
    // Runs before the stream ends for the reader, so the next request for the thread
    // finds its title. A name that the user has given meanwhile stays.
    async flush() {
      await db
        .update(threads)
        .set({ title: title.trim().slice(0, maxTitleLength) })
        .where(and(owned, isNull(threads.title)));
    },
  });
  return createTextStreamResponse({
    stream: result.textStream.pipeThrough(keepTitle),
  });
  // #endregion title
}

const textOf = (messages: ChatMessage[]) =>
  messages
    .flatMap((message) => message.parts.filter(isTextUIPart).map((part) => part.text))
    .join("\n\n");
