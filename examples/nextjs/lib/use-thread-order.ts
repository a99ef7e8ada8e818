import { useAuiState } from "@assistant-ui/react";
import { useState } from "react";

interface Place {
  id: string;
  /** Where the runtime has the thread in its list. */
  index: number;
}

// #region order
/**
 * The threads of a list, the one with the latest message first. The runtime keeps the
 * order in which the server gave them. A message that is sent from here moves its
 * thread up at once, as the server will have it after the next load.
 */
export function useThreadOrder(isArchived: boolean): Place[] {
  const ids = useAuiState((s) =>
    isArchived ? s.threads.archivedThreadIds : s.threads.threadIds,
  );
  const items = useAuiState((s) => s.threads.threadItems);
  const sentAt = useSentAt(items);

  const times = new Map(
    items.map(({ id, lastMessageAt }) => [
      id,
      Math.max(lastMessageAt?.getTime() ?? 0, sentAt.get(id) ?? 0),
    ]),
  );
  const timeOf = ({ id }: Place) => times.get(id) ?? 0;
  return ids
    .map((id, index) => ({ id, index }))
    .sort((one, other) => timeOf(other) - timeOf(one));
}
// #endregion order

/** When each thread that is running, or was, was last asked something from here. */
function useSentAt(items: readonly { id: string; isRunning: boolean }[]) {
  const running = items.filter((item) => item.isRunning).map(({ id }) => id);
  const [seen, setSeen] = useState({ running, sentAt: new Map<string, number>() });

  if (running.join() !== seen.running.join()) {
    const started = running.filter((id) => !seen.running.includes(id));
    const now = Date.now();
    const sentAt = new Map([
      ...seen.sentAt,
      ...started.map((id) => [id, now] as const),
    ]);
    setSeen({ running, sentAt });
  }
  return seen.sentAt;
}
