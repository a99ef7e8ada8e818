import { and, desc, eq } from "drizzle-orm";
import { headers } from "next/headers";
import { z } from "zod";
import { auth } from "@/auth";
import { db } from "@/db";
import { threads } from "@/db/schema";
import { errorResponse } from "@/server/error-response";
import { removeAbandonedThreads } from "@/server/history";
import { threadView } from "@/server/owned-thread";
import { readBody } from "@/server/read-body";
import {
  type Cursor,
  comesAfter,
  formatCursor,
  parseCursor,
} from "@/server/thread-cursor";

// #region list
export async function GET(request: Request) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const after = new URL(request.url).searchParams.get("after");
  const cursor = after === null ? undefined : parseCursor(after);
  if (cursor === null) return invalidCursor();

  const rows = await db
    .select(threadView)
    .from(threads)
    .where(cursor && comesAfter(cursor))
    .orderBy(desc(threads.updatedAt), desc(threads.id))
    .limit(pageSize + 1);

  return Response.json(rows.slice(0, pageSize), { headers: linkToNextPage(rows) });
}
// #endregion list

// #region page
const pageSize = 50;

/**
 * The query asks for one row more than a page has. If that row comes, there is a next
 * page.
 */
function linkToNextPage(rows: Cursor[]): HeadersInit {
  const lastShown = rows[pageSize - 1];
  if (rows.length <= pageSize || !lastShown) return {};
  return { Link: `</api/threads?after=${formatCursor(lastShown)}>; rel="next"` };
}
// #endregion page

function invalidCursor() {
  return errorResponse(400, {
    code: "INVALID_CURSOR",
    message: "Take `after` from the Link header of the page before.",
    field: "after",
  });
}

// #region create
const newThread = z.strictObject({ localId: z.string().min(1).max(128) });

export async function POST(request: Request) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const body = await readBody(request, newThread);
  if (body instanceof Response) return body;

  await removeAbandonedThreads(session.user.id);

  // A repeated request carries the same `localId`, and finds the thread that the first
  // one made.
  const [created] = await db
    .insert(threads)
    .values({
      id: crypto.randomUUID(),
      userId: session.user.id,
      localId: body.localId,
    })
    .onConflictDoNothing({ target: [threads.userId, threads.localId] })
    .returning({ id: threads.id });
  if (created) return Response.json(created, { status: 201 });

  const [existing] = await db
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(eq(threads.userId, session.user.id), eq(threads.localId, body.localId)),
    );
  return Response.json(existing);
}
// #endregion create
