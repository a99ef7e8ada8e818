"use client";

import {
  AssistantRuntimeProvider,
  useAui,
  useRemoteThreadListRuntime,
} from "@assistant-ui/react";
import { useChatRuntime } from "@assistant-ui/react-ai-sdk";
import { lastAssistantMessageIsCompleteWithApprovalResponses } from "ai";
import { type ReactNode, useContext, useState } from "react";
import { createChatTransport } from "@/lib/chat-transport";
import { HistoryFailures, HistoryFailuresContext } from "@/lib/history-failures";
import { Pause, PauseContext } from "@/lib/pause";
import { createPendingAnswer } from "@/lib/pending-answer";
import { RuntimeContext } from "@/lib/runtime";
import { useThreadHistoryAdapter } from "@/lib/thread-history-adapter";
import { threadListAdapter } from "@/lib/thread-list-adapter";
import { useRefetchOn401 } from "@/lib/use-refetch-on-401";

// #region runtime
/**
 * Holds the threads and chats of the user who is signed in. It does not ask who that
 * is: see MyProvider.
 */
export function RuntimeProvider({ children }: { children: ReactNode }) {
  useRefetchOn401();
  const [failures] = useState(() => new HistoryFailures());
  const [pause] = useState(() => new Pause());
  const runtime = useRemoteThreadListRuntime({
    adapter: threadListAdapter,
    runtimeHook: useThreadRuntime,
  });

  return (
    <HistoryFailuresContext value={failures}>
      <PauseContext value={pause}>
        <RuntimeContext value={runtime}>
          <AssistantRuntimeProvider runtime={runtime}>
            {children}
          </AssistantRuntimeProvider>
        </RuntimeContext>
      </PauseContext>
    </HistoryFailuresContext>
  );
}

/** Runs for each open thread, so each has its own transport and its own history. */
function useThreadRuntime() {
  const [pendingAnswer] = useState(createPendingAnswer);
  const pause = useContext(PauseContext);
  const [transport] = useState(() => createChatTransport(pendingAnswer, pause));
  const history = useThreadHistoryAdapter(pendingAnswer);
  const aui = useAui();

  return useChatRuntime({
    transport,
    adapters: { history },
    // Once the user has decided about each tool call, the answer goes on.
    sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
    onFinish({ message, isError }) {
      const isRenamed = message.parts.some(
        ({ type }) => type === "tool-renameThread",
      );
      if (isRenamed) void aui.threads.reload();

      // The runtime asks for a title once, with the first question. That may have failed.
      const { remoteId, title } = aui.threadListItem.getState();
      if (remoteId && !title && !isError)
        aui.threadListItem.generateTitle({ automatic: true });
    },
  });
}
// #endregion runtime
