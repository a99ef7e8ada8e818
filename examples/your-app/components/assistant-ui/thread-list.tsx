"use client";

import { AuiIf, ThreadListItemPrimitive, ThreadListPrimitive } from "@assistant-ui/react";
import type { FC } from "react";

export const ThreadList: FC = () => {
  return (
    <ThreadListPrimitive.Root className="flex flex-col gap-0.5">
      <ThreadListPrimitive.New className="h-8 rounded-md px-2.5 text-start text-sm hover:bg-muted">
        New Thread
      </ThreadListPrimitive.New>
      <AuiIf condition={(s) => s.threads.isLoading}>
        <p className="px-2.5 text-sm text-muted-foreground">Loading threads</p>
      </AuiIf>
      <AuiIf condition={(s) => !s.threads.isLoading}>
        <ThreadListPrimitive.Items>{() => <ThreadListItem />}</ThreadListPrimitive.Items>
      </AuiIf>
    </ThreadListPrimitive.Root>
  );
};

const ThreadListItem: FC = () => {
  return (
    <ThreadListItemPrimitive.Root className="group flex h-8 items-center rounded-md hover:bg-muted data-active:bg-muted">
      <ThreadListItemPrimitive.Trigger className="flex h-full min-w-0 flex-1 items-center truncate px-2.5 text-start text-sm">
        <ThreadListItemPrimitive.Title fallback="New Chat" />
      </ThreadListItemPrimitive.Trigger>
      <ThreadListItemPrimitive.Archive className="px-2 text-sm">Archive</ThreadListItemPrimitive.Archive>
      <ThreadListItemPrimitive.Delete className="px-2 text-sm">Delete</ThreadListItemPrimitive.Delete>
    </ThreadListItemPrimitive.Root>
  );
};
