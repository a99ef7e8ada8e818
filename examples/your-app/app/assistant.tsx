"use client";

import { useAuiState } from "@assistant-ui/react";
import { AccountMenu } from "@/app/components/auth/AccountMenu";
import { ThreadFailed } from "@/app/components/chat/ThreadError";
import { MyProvider } from "@/app/components/MyProvider";
import { Thread } from "@/components/assistant-ui/thread";
import { ThreadList } from "@/components/assistant-ui/thread-list";
import { useHistoryFailure } from "@/lib/history-failures";

export const Assistant = () => (
  <MyProvider>
    <div className="grid h-dvh grid-cols-[16rem_1fr]">
      <div className="flex flex-col justify-between gap-4 overflow-y-auto border-e p-2">
        <ThreadList />
        <AccountMenu />
      </div>
      <Conversation />
    </div>
  </MyProvider>
);

// Without this, a thread whose messages could not be read looks like an empty one.
function Conversation() {
  const threadId = useAuiState((s) => s.threadListItem.remoteId);
  const failure = useHistoryFailure(threadId);
  return failure ? <ThreadFailed reason={failure} /> : <Thread />;
}
