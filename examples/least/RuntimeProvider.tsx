"use client";

import {
  AssistantRuntimeProvider,
  useRemoteThreadListRuntime,
} from "@assistant-ui/react";
import { useChatRuntime } from "@assistant-ui/react-ai-sdk";
import type { ReactNode } from "react";
import { useThreadHistoryAdapter } from "@/lib/thread-history-adapter";
import { threadListAdapter } from "@/lib/thread-list-adapter";

export function RuntimeProvider({ children }: { children: ReactNode }) {
  const runtime = useRemoteThreadListRuntime({
    adapter: threadListAdapter,
    runtimeHook: useThreadRuntime,
  });
  return (
    <AssistantRuntimeProvider runtime={runtime}>{children}</AssistantRuntimeProvider>
  );
}

function useThreadRuntime() {
  const history = useThreadHistoryAdapter();
  return useChatRuntime({ adapters: { history } });
}
