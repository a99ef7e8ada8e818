import { ThreadListItemMorePrimitive as More } from "@assistant-ui/react";
import { Archive, ArchiveRestore, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { iconButton } from "../ui/Button";

interface ThreadListItemMenuProps {
  title: string;
  isArchived: boolean;
  onRename: () => void;
  onArchive: () => void;
  onDelete: () => void;
}

const item =
  "flex h-9 cursor-pointer items-center gap-2 rounded-md px-2 outline-none select-none data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:text-soft";

export function ThreadListItemMenu({
  title,
  isArchived,
  onRename,
  onArchive,
  onDelete,
}: ThreadListItemMenuProps) {
  // A field or a dialog that an entry opens keeps the focus. Otherwise the menu takes
  // it back to its button when it closes.
  const isLeaving = useRef(false);
  const leaveTo = (action: () => void) => () => {
    isLeaving.current = true;
    // After the menu has closed.
    requestAnimationFrame(action);
  };

  // The menu opens inside the list's landmark, not at the end of the page.
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const findContainer = () =>
    setContainer(triggerRef.current?.closest("nav") ?? null);

  return (
    <More.Root sharedFocusGroup onOpenChange={findContainer}>
      <More.Trigger
        ref={triggerRef}
        aria-label={`More for ${title}`}
        className={`${iconButton} me-0.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 group-data-active:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100`}
      >
        <Ellipsis aria-hidden />
      </More.Trigger>
      <More.Content
        align="end"
        portalProps={{ container }}
        onCloseAutoFocus={(event) => {
          if (isLeaving.current) event.preventDefault();
          isLeaving.current = false;
        }}
        className="z-30 w-40 rounded-lg border border-line bg-float p-1 text-sm shadow-float"
      >
        <More.Item onSelect={leaveTo(onRename)} className={item}>
          <Pencil aria-hidden />
          Rename
        </More.Item>
        <More.Item onSelect={onArchive} className={item}>
          {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          {isArchived ? "Unarchive" : "Archive"}
        </More.Item>
        <More.Separator className="my-1 h-px bg-line" />
        <More.Item
          onSelect={leaveTo(onDelete)}
          className={`${item} text-danger [&_svg]:text-danger`}
        >
          <Trash2 aria-hidden />
          Delete…
        </More.Item>
      </More.Content>
    </More.Root>
  );
}
