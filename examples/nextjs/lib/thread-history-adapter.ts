import {
  type GenericThreadHistoryAdapter,
  type MessageFormatAdapter,
  type MessageStorageEntry,
  type ThreadHistoryAdapter,
  useAui,
} from "@assistant-ui/react";
import type { ResumableClientStorage } from "@assistant-ui/react-ai-sdk";
import { useContext, useMemo } from "react";
import { type HistoryFailures, HistoryFailuresContext } from "./history-failures";
import { goesOn, isEmptyAnswer } from "./message";
import { answerUrl } from "./pending-answer";
import { json, request } from "./request";

type Content = Record<string, unknown>;

// #region hook
/**
 * The history of the thread whose runtime calls this hook. If its last question has no
 * answer yet, `pendingAnswer` learns where that would be.
 */
export function useThreadHistoryAdapter(pendingAnswer?: ResumableClientStorage) {
  const aui = useAui();
  const failures = useContext(HistoryFailuresContext);

  return useMemo((): ThreadHistoryAdapter => {
    const storedThread = () => aui.threadListItem.getState().remoteId;
    const ensureThread = async () =>
      storedThread() ?? (await aui.threadListItem.initialize()).remoteId;

    return {
      // The AI SDK's runtime calls `withFormat` and nothing else. The type requires the
      // other two.
      withFormat: (format) =>
        formatted(format, { storedThread, ensureThread, failures, pendingAnswer }),
      load: async () => ({ messages: [] }),
      append: async () => {},
    };
  }, [aui, failures, pendingAnswer]);
}
// #endregion hook

interface Scope {
  storedThread: () => string | undefined;
  ensureThread: () => Promise<string>;
  failures: HistoryFailures;
  pendingAnswer: ResumableClientStorage | undefined;
}

// #region with-format
/**
 * Reads and writes rows in the format that the runtime gives. `ai-sdk/v6` is a UI
 * message without its id.
 */
function formatted<Message, Stored extends Content>(
  format: MessageFormatAdapter<Message, Stored>,
  { storedThread, ensureThread, failures, pendingAnswer }: Scope,
): GenericThreadHistoryAdapter<Message> {
  // The parents of the empty answers. What answers one of those is stored below its
  // parent.
  const skipped = new Map<string, string | null>();

  return {
    async load() {
      const threadId = storedThread();
      if (!threadId) return { messages: [] };

      const rows = await readMessages<Stored>(threadId, failures);
      const last = rows.at(-1);
      const question = last && openQuestion(last);
      if (question) pendingAnswer?.setStreamId(answerUrl(threadId, question));
      return {
        messages: rows
          .filter((row) => row.format === format.format)
          .map((row) => format.decode(row)),
      };
    },

    // The chat route stores the answers, and the questions that it accepts. What it
    // refused is stored here, so that no question is lost.
    async append(item) {
      const id = format.getId(item.message);
      const content = format.encode(item);
      if (isEmptyAnswer(content)) skipped.set(id, item.parentId);
      if (content.role !== "user") return;

      const parentId = skipped.get(item.parentId ?? "") ?? item.parentId;
      await storeMessage(await ensureThread(), { ...content, id }, parentId);
    },

    async delete(items) {
      const ids = items.map(({ message }) => format.getId(message));
      await request(messagesUrl(await ensureThread()), json("DELETE", { ids }));
    },
  };
}
// #endregion with-format

/** The question whose answer may be running: it has none yet, or one that goes on. */
function openQuestion({ id, parent_id, content }: MessageStorageEntry<Content>) {
  if (content.role === "user") return id;
  return goesOn(content) ? parent_id : null;
}

const messagesUrl = (threadId: string) =>
  `/api/threads/${encodeURIComponent(threadId)}/messages`;

/** Stores a question. If it is stored already, this changes nothing. */
export async function storeMessage(
  threadId: string,
  { id, ...content }: { id: string },
  parentId: string | null,
) {
  const row = { id, parent_id: parentId, format: "ai-sdk/v6", content };
  await request(messagesUrl(threadId), json("POST", row));
}

// #region load
/** The runtime only logs a failure, so `failures` tells the page. */
async function readMessages<Stored>(threadId: string, failures: HistoryFailures) {
  failures.clear(threadId);
  try {
    const response = await request(messagesUrl(threadId));
    const rows: MessageStorageEntry<Stored>[] = await response.json();
    return rows;
  } catch (error) {
    failures.set(threadId, error instanceof Error ? error.message : String(error));
    throw error;
  }
}
// #endregion load
