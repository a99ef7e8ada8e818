import type { ResumableClientStorage } from "@assistant-ui/react-ai-sdk";

/** Where an answer that has waited for the user goes on. */
export const decisionsUrl = (threadId: string) =>
  `/api/threads/${encodeURIComponent(threadId)}/answer`;

/** Where the answer to a question is joined and stopped. */
export const answerUrl = (threadId: string, questionId: string) =>
  `${decisionsUrl(threadId)}?question=${encodeURIComponent(questionId)}`;

// #region pending-answer
/**
 * The address of an answer that may be running already when a thread is opened: its
 * reader has reloaded the page, or reads in another tab. The runtime joins it once the
 * messages are there. Nothing is kept in the browser, because the server knows.
 */
export function createPendingAnswer(): ResumableClientStorage {
  let url: string | null = null;
  const listeners = new Set<() => void>();
  function set(value: string | null) {
    url = value;
    for (const listener of listeners) listener();
  }

  return {
    getStreamId: () => url,
    setStreamId: set,
    clear: () => set(null),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
// #endregion pending-answer
