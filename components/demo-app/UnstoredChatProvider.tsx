import { AssistantRuntimeProvider } from "@assistant-ui/react";
import { AssistantChatTransport, useChatRuntime } from "@assistant-ui/react-ai-sdk";
import { type ReactNode, useState } from "react";
import { Pause, PauseContext } from "@/lib/pause";
import { useRefetchOn401 } from "@/lib/use-refetch-on-401";

/** A chat that is not stored: it names no thread, so it can be used signed out, as far as the chat route lets it. */
export function UnstoredChatProvider({ children }: { children: ReactNode }) {
  useRefetchOn401();
  const [pause] = useState(() => new Pause());
  const [transport] = useState(() => createTransport(pause));
  const runtime = useChatRuntime({ transport });
  return (
    <PauseContext value={pause}>
      <AssistantRuntimeProvider runtime={runtime}>{children}</AssistantRuntimeProvider>
    </PauseContext>
  );
}

/** Sends the conversation without an `id`, so that the chat route stores nothing. */
const createTransport = (pause: Pause) =>
  new AssistantChatTransport({
    fetch: pause.ask,
    prepareSendMessagesRequest: ({ messages }) => ({
      body: { message: messages.at(-1) },
    }),
  });
