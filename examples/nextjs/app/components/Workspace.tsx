"use client";

import { ThreadListPrimitive, useAuiState } from "@assistant-ui/react";
import { Menu, SquarePen, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useKeptDraft } from "@/lib/use-kept-draft";
import { useThreadInUrl } from "@/lib/use-thread-in-url";
import { AccountMenu } from "./auth/AccountMenu";
import { Thread, ThreadSkeleton } from "./chat/Thread";
import { ThreadMissing } from "./chat/ThreadError";
import { ThreadList } from "./threads/ThreadList";
import { iconButton } from "./ui/Button";

const wide = "(width >= 40rem)";

/** The app of a user who is signed in. On a narrow screen the list is a drawer. */
export function Workspace() {
  const drawer = useDrawer();
  const address = useThreadInUrl();
  useKeptDraft();
  const title = useAuiState(
    (s) =>
      s.threads.threadItems.find((item) => item.id === s.threads.mainThreadId)?.title,
  );

  function navigate() {
    address.leave();
    drawer.close();
  }

  return (
    <div className="flex h-dvh overflow-hidden bg-surface text-ink">
      {drawer.isOpen && (
        <div
          onPointerDown={drawer.close}
          className="fixed inset-0 z-10 bg-scrim sm:hidden"
        />
      )}
      <aside
        id={drawer.id}
        data-open={drawer.isOpen}
        onKeyDown={drawer.onKeyDown}
        className="flex w-64 shrink-0 flex-col border-e border-line bg-side max-sm:invisible max-sm:fixed max-sm:inset-y-0 max-sm:start-0 max-sm:z-20 max-sm:w-72 max-sm:max-w-[85vw] max-sm:-translate-x-full max-sm:transition-transform max-sm:data-[open=true]:visible max-sm:data-[open=true]:translate-x-0 lg:w-72"
      >
        <div className="flex h-12 shrink-0 items-center justify-between ps-4 pe-2">
          <span className="text-sm font-semibold">Assistant</span>
          <button
            ref={drawer.closeRef}
            type="button"
            aria-label="Close the list of threads"
            onClick={drawer.close}
            className={`${iconButton} sm:hidden`}
          >
            <X aria-hidden />
          </button>
        </div>
        <ThreadList onNavigate={navigate} />
        <div className="shrink-0 border-t border-line p-2">
          <AccountMenu />
        </div>
      </aside>

      <main inert={drawer.isOpen} className="flex min-w-0 grow flex-col">
        <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line px-2 sm:px-4">
          <button
            ref={drawer.openRef}
            type="button"
            aria-label="Open the list of threads"
            aria-expanded={drawer.isOpen}
            aria-controls={drawer.id}
            onClick={drawer.open}
            className={`${iconButton} sm:hidden`}
          >
            <Menu aria-hidden />
          </button>
          <h1 className="grow truncate text-sm font-medium">
            {title ?? "New thread"}
          </h1>
          <ThreadListPrimitive.New
            aria-label="New thread"
            onClick={navigate}
            className={`${iconButton} sm:hidden`}
          >
            <SquarePen aria-hidden />
          </ThreadListPrimitive.New>
        </header>
        {address.state === "opening" && <ThreadSkeleton />}
        {address.state === "failed" && (
          <ThreadMissing reason={address.reason} onLeave={address.leave} />
        )}
        {address.state === "open" && <Thread />}
      </main>
    </div>
  );
}

function useDrawer() {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const openRef = useRef<HTMLButtonElement>(null);
  const closeRef = useRef<HTMLButtonElement>(null);

  // The focus moves into the drawer when it opens, and back when it closes.
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen === wasOpen.current) return;
    wasOpen.current = isOpen;
    (isOpen ? closeRef : openRef).current?.focus({ preventScroll: true });
  }, [isOpen]);

  // On a wide screen the list is always visible, and there is no drawer to be open.
  useEffect(() => {
    const media = matchMedia(wide);
    const close = () => setOpen(false);
    media.addEventListener("change", close);
    return () => media.removeEventListener("change", close);
  }, []);

  const open = () => setOpen(true);
  const close = () => setOpen(false);
  const onKeyDown = (event: KeyboardEvent) => {
    // A menu or a field in the drawer handles Escape itself.
    if (event.key === "Escape" && !event.defaultPrevented) close();
  };
  return { id, isOpen, openRef, closeRef, open, close, onKeyDown };
}
