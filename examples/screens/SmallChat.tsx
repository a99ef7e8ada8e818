"use client";

import {
  ComposerPrimitive,
  MessagePrimitive,
  ThreadListItemPrimitive,
  ThreadListPrimitive,
  ThreadPrimitive,
} from "@assistant-ui/react";
import { AccountMenu } from "@/app/components/auth/AccountMenu";

/** A list of threads and a chat, of assistant-ui's primitives and little else. */
export function SmallChat() {
  return (
    <main className="mx-auto grid max-w-3xl gap-8 p-8 sm:grid-cols-[14rem_1fr]">
      <nav aria-label="Threads" className="grid content-start gap-2">
        <AccountMenu />
        <ThreadListPrimitive.New className="rounded-lg border border-line p-2">
          New thread
        </ThreadListPrimitive.New>
        <ThreadListPrimitive.Items>{() => <Item />}</ThreadListPrimitive.Items>
      </nav>

      <ThreadPrimitive.Root className="grid content-start gap-4">
        <ThreadPrimitive.Messages>{() => <Message />}</ThreadPrimitive.Messages>
        <ComposerPrimitive.Root className="flex gap-2">
          <ComposerPrimitive.Input aria-label="Message" className="grow rounded-lg border border-line p-2" />
          <ComposerPrimitive.Send className="rounded-lg border border-line p-2">Send</ComposerPrimitive.Send>
        </ComposerPrimitive.Root>
      </ThreadPrimitive.Root>
    </main>
  );
}

const Item = () => (
  <ThreadListItemPrimitive.Root>
    <ThreadListItemPrimitive.Trigger className="p-2 text-start">
      <ThreadListItemPrimitive.Title fallback="New thread" />
    </ThreadListItemPrimitive.Trigger>
  </ThreadListItemPrimitive.Root>
);

const Message = () => (
  <MessagePrimitive.Root className="whitespace-pre-wrap">
    <MessagePrimitive.Parts>{({ part }) => (part.type === "text" ? part.text : null)}</MessagePrimitive.Parts>
  </MessagePrimitive.Root>
);
