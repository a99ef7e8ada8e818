import { headers } from "next/headers";
import { z } from "zod";
import { auth } from "@/auth";
import { answerTo, keepAnswer } from "@/server/answer";
import { missingParent, noModel, notFound } from "@/server/error-response";
import { appendMessages, readBranch } from "@/server/history";
import { messageId, questionMessage, toRow } from "@/server/message-schema";
import { refuseTooMany } from "@/server/model-limit";
import { readBody } from "@/server/read-body";
import { answerKey, runAnswer } from "@/server/running-answers";
import { toolsOf } from "@/server/tools";

const chat = z.strictObject({
  message: questionMessage,
  /** The message that this one answers. Without it, the question begins a thread. */
  parentId: messageId.nullable().default(null),
  /** The thread that the question belongs to. Without it, nothing is stored. */
  id: z.string().min(1).optional(),
});

export async function POST(request: Request) {
  // #region gate
  // Signed out, the conversation is not kept. Nothing stands before the model.
  const session = await auth.api.getSession({ headers: await headers() });
  // #endregion gate

  // #region validate
  const body = await readBody(request, chat);
  if (body instanceof Response) return body;
  const { message, parentId } = body;
  // #endregion validate

  // #region ownership
  // The question is stored before the model is asked, so it survives whatever happens
  // next.
  const userId = session?.user.id ?? "";
  const sessionId = session?.session.id ?? "";
  const threadId = session ? body.id : undefined;
  if (threadId) {
    const outcome = appendMessages(userId, threadId, [toRow(message, parentId)]);
    if (outcome === "no thread") return notFound();
    if (outcome === "no parent") return missingParent("parentId");
  }
  // #endregion ownership

  if (!process.env.OPENAI_API_KEY) return noModel();

  // #region limit
  // What was refused above has cost nothing. What is refused here is stored, and can be
  // asked again.
  const refusal = session && refuseTooMany(userId, "answer");
  if (refusal) return refusal;
  // #endregion limit

  // #region history
  // What was said before is read from the database. A browser could have made it up.
  const conversation = threadId
    ? await readBranch(userId, threadId, message.id)
    : [message];
  // #endregion history

  // #region run
  const answer = await answerTo({
    conversation,
    tools: toolsOf(userId, threadId),
    onEnd(answer) {
      if (threadId) keepAnswer(userId, threadId, answer, message.id);
    },
  });

  // A reader who leaves finds the answer when they come back. Only “Stop” stops it.
  return threadId
    ? runAnswer(answerKey(sessionId, threadId, message.id), answer)
    : answer(request.signal);
  // #endregion run
}
