"use client";

import {
  ThreadListItemByIndexProvider,
  ThreadListPrimitive,
  useAui,
  useAuiState,
} from "@assistant-ui/react";
import { ChevronRight, SquarePen } from "lucide-react";
import { useState } from "react";
import { useThreadOrder } from "@/lib/use-thread-order";
import { Button } from "../ui/Button";
import { ErrorNote } from "../ui/ErrorNote";
import { ThreadListItem } from "./ThreadListItem";

interface ThreadListProps {
  /** Called when a thread is opened or a new one is started. */
  onNavigate?: () => void;
}

export function ThreadList({ onNavigate }: ThreadListProps) {
  const aui = useAui();
  const [failure, setFailure] = useState<string>();
  const isLoading = useAuiState((s) => s.threads.isLoading);
  const hasMore = useAuiState((s) => s.threads.hasMore);
  const isLoadingMore = useAuiState((s) => s.threads.isLoadingMore);
  const loadError = useAuiState((s) => s.threads.loadError);
  const count = useAuiState((s) => s.threads.threadIds.length);
  const archivedCount = useAuiState((s) => s.threads.archivedThreadIds.length);
  const isEmpty = count + archivedCount === 0;

  function reload() {
    setFailure(undefined);
    void aui.threads.reload();
  }

  const items = { onNavigate, onFailure: setFailure };

  return (
    <nav
      aria-label="Threads"
      aria-busy={isLoading}
      className="flex min-h-0 grow flex-col"
    >
      <div className="shrink-0 px-2 pb-2">
        <ThreadListPrimitive.New
          onClick={onNavigate}
          className="flex h-9 w-full items-center gap-2 rounded-lg border border-line bg-surface px-3 text-sm font-medium transition-colors hover:bg-hover"
        >
          <SquarePen aria-hidden className="size-4 text-soft" />
          New thread
        </ThreadListPrimitive.New>
      </div>

      <ThreadListPrimitive.Root className="min-h-0 grow overflow-y-auto px-2 pb-2 text-sm">
        {(failure ?? loadError) !== undefined && (
          <div className="mb-2">
            <ErrorNote action={<Button onClick={reload}>Load again</Button>}>
              {failure ?? explain(loadError)}
            </ErrorNote>
          </div>
        )}
        {isEmpty && isLoading && <ListSkeleton />}
        {isEmpty && !isLoading && loadError === undefined && (
          <p className="px-3 py-2 text-soft">
            No threads yet. Your first message starts one.
          </p>
        )}

        <ThreadListItems {...items} />

        {archivedCount > 0 && (
          <details className="group mt-4">
            <summary className="flex h-8 items-center gap-1 rounded-lg px-2 text-xs font-medium text-soft select-none marker:content-none hover:text-ink [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden
                className="size-4 transition-transform group-open:rotate-90"
              />
              Archived
            </summary>
            <ThreadListItems isArchived {...items} />
          </details>
        )}
        {hasMore && (
          <ThreadListPrimitive.LoadMore asChild>
            <Button className="mt-2 w-full">
              {isLoadingMore ? "Loading…" : "Load more"}
            </Button>
          </ThreadListPrimitive.LoadMore>
        )}
      </ThreadListPrimitive.Root>
    </nav>
  );
}

interface ThreadListItemsProps {
  isArchived?: boolean;
  onNavigate: (() => void) | undefined;
  onFailure: (message: string) => void;
}

function ThreadListItems({ isArchived = false, ...item }: ThreadListItemsProps) {
  return useThreadOrder(isArchived).map(({ id, index }) => (
    <ThreadListItemByIndexProvider key={id} index={index} archived={isArchived}>
      <ThreadListItem {...item} />
    </ThreadListItemByIndexProvider>
  ));
}

function ListSkeleton() {
  return (
    <div role="status" className="grid animate-pulse gap-4 px-3 py-3">
      <span className="sr-only">Loading the threads…</span>
      {["w-4/5", "w-3/5", "w-2/3", "w-1/2"].map((width) => (
        <div key={width} className={`h-3 rounded bg-hover ${width}`} />
      ))}
    </div>
  );
}

const explain = (error: unknown) =>
  error instanceof Error ? error.message : "The threads could not be loaded.";
