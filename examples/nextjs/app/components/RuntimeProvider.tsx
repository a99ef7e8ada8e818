"use client";

import {
  AssistantRuntimeProvider,
  useRemoteThreadListRuntime,
} from "@assistant-ui/react";
import { useChatRuntime } from "@assistant-ui/react-ai-sdk";
import { type ReactNode, useState } from "react";
import { createChatTransport } from "@/lib/chat-transport";
import { HistoryFailures, HistoryFailuresContext } from "@/lib/history-failures";
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
  const runtime = useRemoteThreadListRuntime({
    adapter: threadListAdapter,
    runtimeHook: useThreadRuntime,
  });

  return (
    <HistoryFailuresContext value={failures}>
      <RuntimeContext value={runtime}>
        <AssistantRuntimeProvider runtime={runtime}>
          {children}
        </AssistantRuntimeProvider>
      </RuntimeContext>
    </HistoryFailuresContext>
  );
}

/** Runs for each open thread, so each has its own transport and its own history. */
function useThreadRuntime() {
  const [transport] = useState(createChatTransport);
  const history = useThreadHistoryAdapter();
  return useChatRuntime({ transport, adapters: { history } });
}
// #endregion runtime
