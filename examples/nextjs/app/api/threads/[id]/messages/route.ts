import { asc, eq } from "drizzle-orm";
import { headers } from "next/headers";
import { z } from "zod";
import { auth } from "@/auth";
import { db } from "@/db";
import { messages, threads } from "@/db/schema";
import { missingParent, notFound } from "@/server/error-response";
import { appendMessages, removeMessages, replaceMessage } from "@/server/history";
import { messageRow } from "@/server/message-schema";
import { ownedThread } from "@/server/owned-thread";
import { readBody } from "@/server/read-body";

interface Context {
  params: Promise<{ id: string }>;
}

// #region read
export async function GET(_request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  // The join begins at the user's own thread. A thread without messages gives one row
  // whose message is null. Another user's thread gives no row.
  const { id } = await params;
  const rows = await db
    .select({
      message: {
        id: messages.id,
        parent_id: messages.parentId,
        format: messages.format,
        content: messages.content,
      },
    })
    .from(threads)
    .leftJoin(messages, eq(messages.threadId, threads.id))
    .where(ownedThread(session.user.id, id))
    .orderBy(asc(messages.sequence));
  if (rows.length === 0) return notFound();

  return Response.json(
    rows.map((row) => row.message).filter((message) => message !== null),
  );
}
// #endregion read

// #region append
export async function POST(request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const row = await readBody(request, messageRow);
  if (row instanceof Response) return row;

  const { id } = await params;
  const outcome = appendMessages(session.user.id, id, [row]);
  if (outcome === "no thread") return notFound();
  if (outcome === "no parent") return missingParent();

  return Response.json({ id: row.id }, { status: outcome === "added" ? 201 : 200 });
}
// #endregion append

export async function PUT(request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const row = await readBody(request, messageRow);
  if (row instanceof Response) return row;

  const { id } = await params;
  const outcome = replaceMessage(session.user.id, id, row);
  if (outcome === "no thread") return notFound();
  if (outcome === "no parent") return missingParent();

  return Response.json({ id: row.id });
}

const selection = z.strictObject({ ids: z.array(z.string()).min(1).max(100) });

export async function DELETE(request: Request, { params }: Context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const body = await readBody(request, selection);
  if (body instanceof Response) return body;

  const { id } = await params;
  const outcome = removeMessages(session.user.id, id, new Set(body.ids));
  return outcome === "removed" ? new Response(null, { status: 204 }) : notFound();
}
