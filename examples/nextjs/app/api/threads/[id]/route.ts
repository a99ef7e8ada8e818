import { headers } from "next/headers";
import { z } from "zod";
import { auth } from "@/auth";
import { db } from "@/db";
import { threads } from "@/db/schema";
import { notFound } from "@/server/error-response";
import { refuseForeignOrigin } from "@/server/foreign-origin";
import { ownedThread, threadTitle, threadView } from "@/server/owned-thread";
import { readBody } from "@/server/read-body";
import { stopAnswersIn } from "@/server/running-answers";

interface Context {
  params: Promise<{ id: string }>;
}

export async function GET(_request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const { id } = await params;
  const [thread] = await db
    .select(threadView)
    .from(threads)
    .where(ownedThread(session.user.id, id));

  return thread ? Response.json(thread) : notFound();
}

// #region patch
/**
 * The fields that a client may change. `strictObject` refuses any other, so no request
 * can move a thread to another user.
 */
const threadChanges = z
  .strictObject({
    title: threadTitle,
    status: z.enum(["regular", "archived"]),
    custom: z.record(z.string(), z.unknown()).nullable(),
  })
  .partial()
  .refine(
    (changes) => Object.keys(changes).length > 0,
    "Send a title, a status or custom metadata.",
  );

export async function PATCH(request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const changes = await readBody(request, threadChanges);
  if (changes instanceof Response) return changes;

  const { id } = await params;
  const [thread] = await db
    .update(threads)
    .set(changes)
    .where(ownedThread(session.user.id, id))
    .returning(threadView);

  return thread ? Response.json(thread) : notFound();
}
// #endregion patch

// #region delete
export async function DELETE(request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const refusal = await refuseForeignOrigin(request);
  if (refusal) return refusal;

  const { id } = await params;
  const [thread] = await db
    .delete(threads)
    .where(ownedThread(session.user.id, id))
    .returning({ id: threads.id });

  if (!thread) return notFound();

  await stopAnswersIn(session.session.id, id);
  return new Response(null, { status: 204 });
}
// #endregion delete
