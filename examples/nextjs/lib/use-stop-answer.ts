import { useAui } from "@assistant-ui/react";
import { answerUrl } from "./pending-answer";
import { request } from "./request";

// #region stop
/**
 * Stops the answer on the server, and so the bill. Its stream then ends by itself, and
 * the page shows what is stored. If the server cannot be reached, the page stops alone.
 */
export function useStopAnswer() {
  const aui = useAui();

  return async function stopAnswer() {
    const threadId = aui.threadListItem.getState().remoteId;
    const { messages } = aui.thread.getState();
    const question = messages.findLast((message) => message.role === "user");
    if (threadId && question)
      await request(answerUrl(threadId, question.id), { method: "DELETE" }).catch(
        () => undefined,
      );
    if (aui.thread.getState().isRunning) aui.thread.cancelRun();
  };
}
// #endregion stop
