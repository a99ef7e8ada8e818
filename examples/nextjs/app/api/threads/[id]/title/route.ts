import { openai } from "@ai-sdk/openai";
import { createTextStreamResponse, isTextUIPart, streamText } from "ai";
import { and, asc, eq, isNull } from "drizzle-orm";
import { headers } from "next/headers";
import { z } from "zod";
import { auth } from "@/auth";
import { db } from "@/db";
import { messages, threads } from "@/db/schema";
import { maxTitleLength } from "@/lib/thread";
import { modelFailed, noMessage, noModel, notFound } from "@/server/error-response";
import { refuseTooMany } from "@/server/model-limit";
import { ownedThread } from "@/server/owned-thread";
import { readBody } from "@/server/read-body";

/** What a client may say of the conversation is not read. */
const nothing = z.object({});

export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const body = await readBody(request, nothing);
  if (body instanceof Response) return body;

  // #region untitled
  const { id } = await params;
  const owned = ownedThread(session.user.id, id);
  const [thread] = await db
    .select({ title: threads.title, first: messages.content })
    .from(threads)
    .leftJoin(messages, eq(messages.threadId, threads.id))
    .where(owned)
    .orderBy(asc(messages.sequence))
    .limit(1);
  if (!thread) return notFound();
  if (thread.title) return new Response(thread.title);
  if (!thread.first) return noMessage();
  // #endregion untitled

  if (!process.env.OPENAI_API_KEY) return noModel();

  const refusal = refuseTooMany(session.user.id, "title");
  if (refusal) return refusal;

  // #region title
  const result = streamText({
    model: openai(process.env.OPENAI_MODEL || "gpt-4o"),
    instructions:
      "Write a title for this conversation: at most six words, no quotation marks, no full stop.",
    prompt: thread.first.parts
      .filter(isTextUIPart)
      .map(({ text }) => text)
      .join("\n\n"),
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
