import { AssistantRuntimeProvider } from "@assistant-ui/react";
import { AssistantChatTransport, useChatRuntime } from "@assistant-ui/react-ai-sdk";
import { type ReactNode, useState } from "react";
import { request } from "@/lib/request";
import { useRefetchOn401 } from "@/lib/use-refetch-on-401";

/** A chat that is not stored: it names no thread, so it can be used signed out, as far as the chat route lets it. */
export function UnstoredChatProvider({ children }: { children: ReactNode }) {
  useRefetchOn401();
  const [transport] = useState(createTransport);
  const runtime = useChatRuntime({ transport });
  return <AssistantRuntimeProvider runtime={runtime}>{children}</AssistantRuntimeProvider>;
}

/** Sends the conversation without an `id`, so that the chat route stores nothing. */
const createTransport = () =>
  new AssistantChatTransport({
    fetch: request,
    prepareSendMessagesRequest: ({ messages, trigger, messageId }) => ({
      body: { messages, trigger, messageId },
    }),
  });
