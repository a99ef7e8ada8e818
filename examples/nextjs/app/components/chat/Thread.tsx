"use client";

import { ThreadPrimitive, useAuiState } from "@assistant-ui/react";
import { ArrowDown } from "lucide-react";
import { useHistoryFailure } from "@/lib/history-failures";
import { AssistantMessage } from "./AssistantMessage";
import { Composer } from "./Composer";
import { ThreadFailed } from "./ThreadError";
import { EditComposer, UserMessage } from "./UserMessage";
import { Welcome } from "./Welcome";

interface ThreadProps {
  /** The heading of an empty thread. */
  heading?: string;
  /** Questions that an empty thread offers. */
  suggestions?: readonly string[];
}

export function Thread(welcome: ThreadProps) {
  // #region failure
  const threadId = useAuiState((s) => s.threadListItem.remoteId);
  const isEmpty = useAuiState((s) => s.thread.isEmpty);
  const isLoading = useAuiState(
    (s) => s.thread.isLoading && s.threadListItem.remoteId !== undefined,
  );
  const isRunning = useAuiState((s) => s.thread.isRunning);
  const isWaiting = useAuiState(
    (s) => s.thread.messages.at(-1)?.status?.type === "requires-action",
  );
  const failure = useHistoryFailure(threadId);
  if (failure) return <ThreadFailed reason={failure} />;
  // #endregion failure

  return (
    <ThreadPrimitive.Root className="flex min-h-0 grow flex-col">
      <ThreadPrimitive.Viewport
        // It scrolls, so the keyboard must reach it.
        tabIndex={0}
        role="region"
        aria-label="Messages"
        className="relative flex min-h-0 grow flex-col overflow-y-auto overscroll-contain px-4 -outline-offset-2"
      >
        {isLoading && <ThreadSkeleton />}
        {isEmpty && <Welcome {...welcome} />}
        <div className="mx-auto grid w-full max-w-176 grow content-start gap-2 pt-8 pb-6 empty:hidden">
          <ThreadPrimitive.Messages>
            {({ message }) => {
              if (message.role === "assistant") return <AssistantMessage />;
              return message.composer.isEditing ? <EditComposer /> : <UserMessage />;
            }}
          </ThreadPrimitive.Messages>
        </div>

        <ThreadPrimitive.ViewportFooter className="sticky bottom-0 mx-auto w-full max-w-176 bg-surface pb-4">
          <ThreadPrimitive.ScrollToBottom
            aria-label="Scroll to the last message"
            className="absolute -top-12 left-1/2 grid size-9 -translate-x-1/2 place-items-center rounded-full border border-line bg-float shadow-float disabled:hidden"
          >
            <ArrowDown aria-hidden className="size-4" />
          </ThreadPrimitive.ScrollToBottom>
          <Composer isDisabled={isLoading} />
        </ThreadPrimitive.ViewportFooter>
      </ThreadPrimitive.Viewport>
      <div role="status" className="sr-only">
        {isRunning && "The assistant is answering."}
        {isWaiting && "The assistant asks for your permission."}
      </div>
    </ThreadPrimitive.Root>
  );
}

/** Shown while the messages are loading. */
export function ThreadSkeleton() {
  return (
    <div
      role="status"
      className="mx-auto w-full max-w-176 grow animate-pulse px-4 py-8"
    >
      <span className="sr-only">Loading the messages…</span>
      <div className="ms-auto h-10 w-3/5 rounded-2xl bg-sunken" />
      <div className="mt-8 grid gap-3">
        <div className="h-4 w-11/12 rounded bg-sunken" />
        <div className="h-4 w-4/5 rounded bg-sunken" />
        <div className="h-4 w-2/5 rounded bg-sunken" />
      </div>
    </div>
  );
}
