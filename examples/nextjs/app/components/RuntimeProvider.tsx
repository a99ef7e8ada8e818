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
import { threadListAdapter } from "@/lib/thread-list-adapter";
import { RetryTitle } from "./RetryTitle";

// #region runtime
/**
 * Threads and chats of whoever is signed in. It does not ask who that is: see
 * MyProvider.
 */
export function RuntimeProvider({ children }: { children: ReactNode }) {
  const [failures] = useState(() => new HistoryFailures());
  const runtime = useRemoteThreadListRuntime({
    adapter: threadListAdapter,
    runtimeHook: useThreadRuntime,
  });

  return (
    <HistoryFailuresContext value={failures}>
      <RuntimeContext value={runtime}>
        <AssistantRuntimeProvider runtime={runtime}>
          <RetryTitle />
          {children}
        </AssistantRuntimeProvider>
      </RuntimeContext>
    </HistoryFailuresContext>
  );
}

/**
 * Runs once for each open thread. A transport knows the one thread that it sends, so
 * each has its own.
 */
function useThreadRuntime() {
  const [transport] = useState(createChatTransport);
  return useChatRuntime({ transport });
}
// #endregion runtime
