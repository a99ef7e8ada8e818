import { eq, sum } from "drizzle-orm";
import { headers } from "next/headers";
import { auth } from "@/auth";
import { db } from "@/db";
import { errorResponse, tooLarge } from "@/server/error-response";
import { refuseForeignOrigin } from "@/server/foreign-origin";
import { files } from "./files-table";

const maxBytes = 2 * 1024 * 1024;
const maxBytesOfUser = 50 * 1024 * 1024;

// The first bytes of a file say what it is. Its name and its header say what the client
// likes.
const kinds = [
  { type: "image/png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", begins: [0xff, 0xd8, 0xff] },
];

// #region upload
/** Stores the image that is the body, and answers with its id. */
export async function POST(request: Request) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) return new Response(null, { status: 401 });

  const refusal = await refuseForeignOrigin(request);
  if (refusal) return refusal;

  const data = await readBytes(request);
  if (!data) return tooLarge(maxBytes);

  const kind = kinds.find(({ begins }) => begins.every((byte, i) => data[i] === byte));
  if (!kind) return errorResponse(415, { code: "NO_IMAGE", message: "Send a PNG or a JPEG." });

  const userId = session.user.id;
  const [stored] = await db
    .select({ bytes: sum(files.size).mapWith(Number) })
    .from(files)
    .where(eq(files.userId, userId));
  if ((stored?.bytes ?? 0) + data.length > maxBytesOfUser)
    return errorResponse(413, {
      code: "NO_ROOM",
      message: "You have no room left. Delete a file first.",
    });

  const id = crypto.randomUUID();
  const { type } = kind;
  await db.insert(files).values({ id, userId, type, size: data.length, data });
  return Response.json({ id }, { status: 201 });
}
// #endregion upload

/** Undefined if there are more than `maxBytes`. It counts while it reads. */
async function readBytes(request: Request) {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk.value);
  }
  return Buffer.concat(chunks);
}
