import {
  type GenericThreadHistoryAdapter,
  type MessageFormatAdapter,
  type MessageFormatItem,
  type MessageStorageEntry,
  type ThreadHistoryAdapter,
  useAui,
} from "@assistant-ui/react";
import { useContext, useMemo } from "react";
import { type HistoryFailures, HistoryFailuresContext } from "./history-failures";
import { isEmptyAnswer } from "./message";
import { json, request } from "./request";

type Content = Record<string, unknown>;

// #region hook
/** The history of the thread whose runtime calls this hook. */
export function useThreadHistoryAdapter() {
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
        formatted(format, { storedThread, ensureThread, failures }),
      load: async () => ({ messages: [] }),
      append: async () => {},
    };
  }, [aui, failures]);
}
// #endregion hook

interface Scope {
  storedThread: () => string | undefined;
  ensureThread: () => Promise<string>;
  failures: HistoryFailures;
}

// #region with-format
/**
 * Reads and writes rows in the format that the runtime gives. `ai-sdk/v6` is a UI
 * message without its id.
 */
function formatted<Message, Stored extends Content>(
  format: MessageFormatAdapter<Message, Stored>,
  { storedThread, ensureThread, failures }: Scope,
): GenericThreadHistoryAdapter<Message> {
  const toRow = ({
    parentId,
    message,
  }: MessageFormatItem<Message>): MessageStorageEntry<Stored> => ({
    id: format.getId(message),
    parent_id: parentId,
    format: format.format,
    content: format.encode({ parentId, message }),
  });

  return {
    async load() {
      const threadId = storedThread();
      if (!threadId) return { messages: [] };

      const rows = await readMessages<Stored>(threadId, failures);
      return {
        messages: rows
          .filter((row) => row.format === format.format)
          .map((row) => format.decode(row)),
      };
    },

    // The chat route has usually stored the message already. Then this changes nothing.
    async append(item) {
      const row = toRow(item);
      if (isEmptyAnswer(row.content)) return;
      await request(messagesUrl(await ensureThread()), json("POST", row));
    },

    async update(item) {
      await request(messagesUrl(await ensureThread()), json("PUT", toRow(item)));
    },

    async delete(items) {
      const ids = items.map(({ message }) => format.getId(message));
      await request(messagesUrl(await ensureThread()), json("DELETE", { ids }));
    },
  };
}
// #endregion with-format

const messagesUrl = (threadId: string) =>
  `/api/threads/${encodeURIComponent(threadId)}/messages`;

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
