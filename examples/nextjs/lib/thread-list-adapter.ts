import type { RemoteThreadListAdapter, ThreadMessage } from "@assistant-ui/react";
import { AssistantStream, PlainTextDecoder } from "assistant-stream";
import { json, request } from "./request";
import { useThreadHistoryAdapter } from "./thread-history-adapter";

// #region thread
type ThreadMetadata = Awaited<ReturnType<RemoteThreadListAdapter["fetch"]>>;

/** A thread as the server sends it. */
interface Thread {
  id: string;
  title: string | null;
  status: "regular" | "archived";
  custom: Record<string, unknown> | null;
  updatedAt: string;
}

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

const threadUrl = (threadId: string) =>
  `/api/threads/${encodeURIComponent(threadId)}`;
// #endregion thread

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
 * `</api/threads?after=…>; rel="next"` holds the cursor of the next page; on the last
 * page there is no such link.
 */
function readNextCursor(link: string | null) {
  const next = link?.match(/<([^>]+)>;\s*rel="next"/)?.[1];
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
 * Called before the first message is sent. A retry sends the same local id and gets
 * the same thread.
 */
async function initialize(localId: string) {
  const response = await request("/api/threads", json("POST", { localId }));
  const { id }: { id: string } = await response.json();
  return { remoteId: id, externalId: undefined };
}
// #endregion initialize

// #region changes
async function change(
  threadId: string,
  changes: Partial<Pick<Thread, "title" | "status" | "custom">>,
) {
  await request(threadUrl(threadId), json("PATCH", changes));
}

async function remove(threadId: string) {
  await request(threadUrl(threadId), { method: "DELETE" });
}
// #endregion changes

// #region title
/**
 * The server writes the title down before the stream ends; this only shows it as it
 * comes.
 */
async function generateTitle(threadId: string, messages: readonly ThreadMessage[]) {
  const body = {
    messages: messages
      .filter((message) => message.role !== "system")
      .map(toChatMessage),
  };
  const response = await request(`${threadUrl(threadId)}/title`, json("POST", body));
  return AssistantStream.fromResponse(response, new PlainTextDecoder());
}

function toChatMessage({ id, role, content }: ThreadMessage) {
  const parts = content.flatMap((part) =>
    part.type === "text" ? [{ type: part.type, text: part.text }] : [],
  );
  return { id, role, parts };
}
// #endregion title

// #region adapter
/**
 * One object for the lifetime of the page: a new one would have the runtime load
 * everything again.
 */
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
  unstable_useAdapters: useThreadAdapters,
};

/** Runs once for each open thread. */
function useThreadAdapters() {
  return { history: useThreadHistoryAdapter() };
}
// #endregion adapter
