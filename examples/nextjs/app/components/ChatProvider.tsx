"use client";

import { AssistantRuntimeProvider } from "@assistant-ui/react";
import { useChatRuntime } from "@assistant-ui/react-ai-sdk";
import { type ReactNode, useState } from "react";
import { createUnstoredChatTransport } from "@/lib/chat-transport";

/**
 * One chat that is not kept. It works signed out too, as far as the chat route lets
 * it.
 */
export function ChatProvider({ children }: { children: ReactNode }) {
  const [transport] = useState(createUnstoredChatTransport);
  const runtime = useChatRuntime({ transport });

  return (
    <AssistantRuntimeProvider runtime={runtime}>{children}</AssistantRuntimeProvider>
  );
}
