"use client";

import { AssistantRuntimeProvider, useRemoteThreadListRuntime } from "@assistant-ui/react";
import { useChatRuntime } from "@assistant-ui/react-ai-sdk";
import { type ReactNode, useContext, useState } from "react";
import { SignedOut } from "@/app/components/auth/SignedOut";
import { authClient } from "@/lib/auth-client";
import { createChatTransport } from "@/lib/chat-transport";
import { PauseContext } from "@/lib/pause";
import { createPendingAnswer } from "@/lib/pending-answer";
import { RuntimeContext } from "@/lib/runtime";
import { useThreadHistoryAdapter } from "@/lib/thread-history-adapter";
import { threadListAdapter } from "@/lib/thread-list-adapter";
import { useRefetchOn401 } from "@/lib/use-refetch-on-401";
import { json, request } from "~/examples/mistakes/unchecked-response/lib/request";
import { ListPane } from "./ListPages";

/** `ThreadsPage` with the wrong `request` behind its changes. */
export function UncheckedListPage() {
  const { data: session } = authClient.useSession();
  if (!session) return <SignedOut notice={undefined} />;
  return (
    <UncheckedRuntimeProvider key={session.user.id}>
      <ListPane />
    </UncheckedRuntimeProvider>
  );
}

const threadUrl = (threadId: string) => `/api/threads/${encodeURIComponent(threadId)}`;

async function change(threadId: string, init: RequestInit) {
  await request(threadUrl(threadId), init);
}

/**
 * The example's adapter, but it sends its changes by the wrong `request`. The adapter imports the right one, and a build
 * cannot exchange an import for one page.
 */
const uncheckedAdapter: typeof threadListAdapter = {
  ...threadListAdapter,
  rename: (threadId, title) => change(threadId, json("PATCH", { title })),
  archive: (threadId) => change(threadId, json("PATCH", { status: "archived" })),
  unarchive: (threadId) => change(threadId, json("PATCH", { status: "regular" })),
  delete: (threadId) => change(threadId, { method: "DELETE" }),
};

/** The example's `RuntimeProvider` with that adapter, for a list without chats. */
function UncheckedRuntimeProvider({ children }: { children: ReactNode }) {
  useRefetchOn401();
  const runtime = useRemoteThreadListRuntime({ adapter: uncheckedAdapter, runtimeHook: useThreadRuntime });
  return (
    <RuntimeContext value={runtime}>
      <AssistantRuntimeProvider runtime={runtime}>{children}</AssistantRuntimeProvider>
    </RuntimeContext>
  );
}

function useThreadRuntime() {
  const [pendingAnswer] = useState(createPendingAnswer);
  const pause = useContext(PauseContext);
  const [transport] = useState(() => createChatTransport(pendingAnswer, pause));
  const history = useThreadHistoryAdapter(pendingAnswer);
  return useChatRuntime({ transport, adapters: { history } });
}
