import { headers } from "next/headers";
import { z } from "zod";
import { auth } from "@/auth";
import { db } from "@/db";
import { threads } from "@/db/schema";
import { answerTo, keepAnswer } from "@/server/answer";
import { decideToolCalls } from "@/server/decide-tool-calls";
import { errorResponse, noModel, notAsked, notFound } from "@/server/error-response";
import { refuseForeignOrigin } from "@/server/foreign-origin";
import { readBranch } from "@/server/history";
import { messageId } from "@/server/message-schema";
import { ownedThread } from "@/server/owned-thread";
import { readBody } from "@/server/read-body";
import {
  answerKey,
  joinAnswer,
  runAnswer,
  stopAnswer,
} from "@/server/running-answers";
import { toolsOf } from "@/server/tools";

interface Context {
  params: Promise<{ id: string }>;
}

// #region join
/** Joins the answer to `?question=…` that is running, from its first word. */
export async function GET(request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const key = await ownedAnswer(session, (await params).id, request);
  if (key instanceof Response) return key;

  return (await joinAnswer(key)) ?? new Response(null, { status: 204 });
}
// #endregion join

// #region stop
/** Stops it. What was said until then is stored when this responds. */
export async function DELETE(request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const refusal = await refuseForeignOrigin(request);
  if (refusal) return refusal;

  const key = await ownedAnswer(session, (await params).id, request);
  if (key instanceof Response) return key;

  await stopAnswer(key);
  return new Response(null, { status: 204 });
}
// #endregion stop

// #region decide
/** What the user has decided about each tool call for which an answer waits. */
const decisions = z.strictObject({
  answerId: messageId,
  approvals: z
    .array(z.strictObject({ id: z.string().min(1).max(128), approved: z.boolean() }))
    .min(1)
    .max(32),
});

/** Goes on with an answer that has waited for the user. */
export async function POST(request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const body = await readBody(request, decisions);
  if (body instanceof Response) return body;
  if (!process.env.OPENAI_API_KEY) return noModel();

  const userId = session.user.id;
  const { id: threadId } = await params;
  const decided = decideToolCalls(userId, threadId, body.answerId, body.approvals);
  if (decided === "not found") return notFound();
  if (decided === "not asked") return notAsked();
  if (decided instanceof Response) return decided;

  const { questionId } = decided;
  const answer = await answerTo({
    conversation: await readBranch(userId, threadId, body.answerId),
    tools: toolsOf(userId, threadId),
    onEnd: (answer) => keepAnswer(userId, threadId, answer, questionId),
  });
  return runAnswer(answerKey(session.session.id, threadId, questionId), answer);
}
// #endregion decide

// #region owned-answer
/** The key of an answer in one of the user's threads, or the response that refuses. */
async function ownedAnswer(
  { session, user }: typeof auth.$Infer.Session,
  threadId: string,
  request: Request,
) {
  const question = messageId.safeParse(
    new URL(request.url).searchParams.get("question"),
  );
  if (!question.success)
    return errorResponse(400, {
      code: "INVALID_QUESTION",
      message: "Name the message whose answer you mean: ?question=….",
      field: "question",
    });

  const [thread] = await db
    .select({ id: threads.id })
    .from(threads)
    .where(ownedThread(user.id, threadId));
  return thread ? answerKey(session.id, thread.id, question.data) : notFound();
}
// #endregion owned-answer
