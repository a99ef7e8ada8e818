import type { RemoteThreadListAdapter, ThreadMessage } from "@assistant-ui/react";
import { createAssistantStream } from "assistant-stream";
import { json, request } from "./request";
import type { Thread } from "./thread";
import { storeMessage } from "./thread-history-adapter";

type ThreadMetadata = Awaited<ReturnType<RemoteThreadListAdapter["fetch"]>>;

// #region metadata
function toMetadata({
  id,
  title,
  status,
  custom,
  updatedAt,
}: Thread): ThreadMetadata {
  return {
    remoteId: id,
    title: title ?? undefined,
    status,
    custom: custom ?? undefined,
    lastMessageAt: new Date(updatedAt),
  };
}
// #endregion metadata

const threadUrl = (threadId: string) =>
  `/api/threads/${encodeURIComponent(threadId)}`;

// #region list
async function list({ after }: { after?: string | undefined } = {}) {
  const response = await request(
    after ? `/api/threads?after=${encodeURIComponent(after)}` : "/api/threads",
  );
  const threads: Thread[] = await response.json();
  return {
    threads: threads.map(toMetadata),
    nextCursor: readNextCursor(response.headers.get("Link")),
  };
}

/**
 * `</api/threads?after=…>; rel="next"` holds the cursor of the next page. The last page
 * has no such link.
 */
function readNextCursor(link: string | null) {
  const next = link?.match(/<([^<>]+)>;\s*rel="next"/)?.[1];
  return next
    ? (new URL(next, location.origin).searchParams.get("after") ?? undefined)
    : undefined;
}

async function fetchThread(threadId: string) {
  const response = await request(threadUrl(threadId));
  return toMetadata(await response.json());
}
// #endregion list

// #region initialize
/**
 * The runtime calls this before it sends the first message. A retry sends the same
 * local id and gets the same thread.
 */
async function initialize(localId: string) {
  const response = await request("/api/threads", json("POST", { localId }));
  const { id }: { id: string } = await response.json();
  return { remoteId: id, externalId: undefined };
}
// #endregion initialize

async function change(
  threadId: string,
  changes: Partial<Pick<Thread, "title" | "status" | "custom">>,
) {
  await request(threadUrl(threadId), json("PATCH", changes));
}

async function remove(threadId: string) {
  await request(threadUrl(threadId), { method: "DELETE" });
}

// #region title
/**
 * Has the server title a new thread. The server makes the title of the stored question,
 * so that is stored first: the chat's own request may come later than this one. What
 * stands in the end may be a name that the user has given meanwhile.
 */
async function makeTitle(threadId: string, messages: readonly ThreadMessage[]) {
  const question = messages.find((message) => message.role === "user");
  if (question) await storeMessage(threadId, toQuestion(question), null);

  const stream = await request(`${threadUrl(threadId)}/title`, json("POST", {}));
  await stream.text();
  return (await fetchThread(threadId)).title;
}

/** The titles that are being made, so that none is paid for twice. */
const titles = new Map<string, ReturnType<typeof makeTitle>>();

async function generateTitle(threadId: string, messages: readonly ThreadMessage[]) {
  const made =
    titles.get(threadId) ??
    makeTitle(threadId, messages).finally(() => titles.delete(threadId));
  titles.set(threadId, made);
  const title = await made;
  return createAssistantStream((controller) => controller.appendText(title ?? ""));
}
// #endregion title

function toQuestion({ id, content }: ThreadMessage) {
  const parts = content.flatMap((part) =>
    part.type === "text" ? [{ type: part.type, text: part.text }] : [],
  );
  return { id, role: "user", parts };
}

// #region adapter
/** One object for the whole page. A new one would make the runtime load all again. */
export const threadListAdapter: RemoteThreadListAdapter = {
  list,
  fetch: fetchThread,
  initialize,
  rename: (threadId, title) => change(threadId, { title }),
  archive: (threadId) => change(threadId, { status: "archived" }),
  unarchive: (threadId) => change(threadId, { status: "regular" }),
  updateCustom: (threadId, custom) => change(threadId, { custom: custom ?? null }),
  delete: remove,
  generateTitle,
};
// #endregion adapter
