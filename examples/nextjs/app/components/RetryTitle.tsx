import { useAui, useAuiEvent } from "@assistant-ui/react";

/**
 * The runtime asks for a title once, when a thread is made. If none came of it, the
 * next question asks again.
 */
export function RetryTitle() {
  const aui = useAui();

  useAuiEvent("thread.runStart", () => {
    const { remoteId, title } = aui.threadListItem.getState();
    if (remoteId && !title) aui.threadListItem.generateTitle({ automatic: true });
  });
  return null;
}
