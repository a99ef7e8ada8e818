import { ThreadListItemPrimitive, useAui, useAuiState } from "@assistant-ui/react";
import { type MouseEvent, useRef, useState } from "react";
import { useRuntime } from "@/lib/runtime";
import { DeleteDialog } from "./DeleteDialog";
import { RenameForm } from "./RenameForm";
import { ThreadListItemMenu } from "./ThreadListItemMenu";

interface ThreadListItemProps {
  onNavigate: (() => void) | undefined;
  /** Called with the server's message when it refuses a change. */
  onFailure: (message: string) => void;
}

export function ThreadListItem({ onNavigate, onFailure }: ThreadListItemProps) {
  const aui = useAui();
  const runtime = useRuntime();
  const {
    id,
    title = "New thread",
    status,
    isRunning,
  } = useAuiState((s) => s.threadListItem);
  const [isRenaming, setRenaming] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const triggerRef = useRef<HTMLButtonElement>(null);
  const isArchived = status === "archived";
  const thread = runtime.threads.getItemById(id);

  // The runtime shows a change at once, and takes it back when the server refuses.
  function attempt(change: Promise<void>) {
    change.catch((error: Error) => onFailure(error.message));
  }

  function open(event: MouseEvent) {
    onNavigate?.();
    if (!isArchived) return;
    // Opening an archived thread leaves it in the archive.
    event.preventDefault();
    aui.threadListItem.switchTo({ unarchive: false });
  }

  function finishRename(newTitle: string | undefined) {
    setRenaming(false);
    if (newTitle && newTitle !== title) attempt(thread.rename(newTitle));
    focusNextFrame(() => triggerRef.current);
  }

  function closeDialog() {
    setDeleting(false);
    focusNextFrame(() => triggerRef.current);
  }

  function confirmDelete() {
    // The row goes away, so the focus moves to the button for a new thread.
    const list = triggerRef.current?.closest("nav");
    setDeleting(false);
    attempt(thread.delete());
    focusNextFrame(() => list?.querySelector("button"));
  }

  if (isRenaming) return <RenameForm title={title} onDone={finishRename} />;

  return (
    <ThreadListItemPrimitive.Root className="group flex items-center rounded-lg transition-colors hover:bg-hover data-active:bg-hover">
      <ThreadListItemPrimitive.Trigger
        ref={triggerRef}
        onClick={open}
        className="flex h-9 min-w-0 grow items-center gap-2 rounded-lg ps-3 text-start group-data-active:font-medium"
      >
        <span className="truncate">{title}</span>
        {isRunning && (
          <span className="size-1.5 shrink-0 animate-pulse rounded-full bg-ink">
            <span className="sr-only">answering</span>
          </span>
        )}
      </ThreadListItemPrimitive.Trigger>
      <ThreadListItemMenu
        title={title}
        isArchived={isArchived}
        onRename={() => setRenaming(true)}
        onArchive={() => attempt(isArchived ? thread.unarchive() : thread.archive())}
        onDelete={() => setDeleting(true)}
      />
      {isDeleting && (
        <DeleteDialog title={title} onConfirm={confirmDelete} onClose={closeDialog} />
      )}
    </ThreadListItemPrimitive.Root>
  );
}

/** Waits until React has rendered the element again. */
function focusNextFrame(find: () => HTMLElement | null | undefined) {
  requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
}
