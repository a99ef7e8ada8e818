import type { AssistantRuntime } from "@assistant-ui/react";
import { useEffect } from "react";
import { authClient } from "./auth-client";
import { requestEvents } from "./request";
import { useRuntime } from "./runtime";

interface Draft {
  userId: string;
  threadId: string | undefined;
  text: string;
}

// It is in the memory of the page and nowhere else, so it ends with the tab, and no
// other user of the browser finds it.
let kept: Draft | undefined;

// #region kept-draft
/**
 * A session can end while its user writes. Everything of theirs then leaves the page.
 * What they wrote is kept for them, and for nobody else: it is in the composer again
 * when the same user signs in, and gone when another one does.
 */
export function useKeptDraft() {
  const runtime = useRuntime();
  const userId = authClient.useSession().data?.user.id;

  useEffect(() => {
    if (!userId) return;
    if (kept?.userId === userId) void restore(runtime, kept);
    kept = undefined;

    function keep() {
      const text = unsentText(runtime);
      const { remoteId: threadId } = runtime.threads.mainItem.getState();
      if (userId && text) kept = { userId, threadId, text };
    }
    requestEvents.addEventListener("unauthorized", keep);
    return () => requestEvents.removeEventListener("unauthorized", keep);
  }, [runtime, userId]);
}
// #endregion kept-draft

async function restore({ threads, thread }: AssistantRuntime, draft: Draft) {
  if (draft.threadId) {
    // A thread that is gone leaves a new one open.
    await threads
      .switchToThread(draft.threadId, { unarchive: false })
      .catch(() => undefined);
  }
  thread.composer.setText(draft.text);
}

/** What stands in the composer, below a question that the server has not taken. */
function unsentText({ thread }: AssistantRuntime) {
  const { messages } = thread.getState();
  const last = messages.findLast(
    ({ role, content }) => role === "user" || content.length > 0,
  );
  const question = last?.role === "user" ? last.content : [];
  const texts = question.map((part) => (part.type === "text" ? part.text : ""));
  return [...texts, thread.composer.getState().text].filter(Boolean).join("\n\n");
}
