"use client";

import { useState } from "react";
import { Thread } from "@/app/components/chat/Thread";
import { authClient } from "@/lib/auth-client";
import { UnstoredChatProvider } from "./UnstoredChatProvider";

const suggestions = ["What does the gate check?", "Why is getSession given the headers?"];

/** A chat that is there for everybody, so that the answer to somebody without a session can be seen. */
export function ChatPage() {
  const { data: session, isPending } = authClient.useSession();
  const userId = session?.user.id;

  // Whoever signs in may ask again what was refused. Whoever signs out leaves nothing behind.
  const [owner, setOwner] = useState<string>();
  const [chats, setChats] = useState(0);
  if (!isPending && owner !== userId) {
    setOwner(userId);
    if (owner) setChats(chats + 1);
  }

  return (
    <main className="flex h-dvh flex-col bg-surface">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-4 text-sm">
        <h1 className="grow font-medium">Chat</h1>
        <p className="truncate text-soft">{isPending ? "" : session ? session.user.name : "Signed out"}</p>
      </header>
      <UnstoredChatProvider key={chats}>
        <Thread
          heading={session ? "You may ask" : "Ask, although you are signed out"}
          suggestions={suggestions}
        />
      </UnstoredChatProvider>
    </main>
  );
}
