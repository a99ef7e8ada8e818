"use client";

import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { useLatePart } from "../ui/use-late-part";

type SearchProps = {
  /** The words that the search begins with. */
  words?: string;
  /** Opens on Ctrl+K and ⌘K. One search of a page has the shortcut. */
  shortcut?: boolean;
  className?: string;
  children: ReactNode;
};

/** A button that opens the search. The dialog's script comes when the pointer or the focus reaches the button. */
export function Search({ words, shortcut, className, children }: SearchProps) {
  const [isOpen, setOpen] = useState(false);
  const {
    part: SearchDialog,
    failed,
    load,
  } = useLatePart(async () => (await import("./SearchDialog")).SearchDialog);

  function open() {
    setOpen(true);
    void load();
  }
  const openByKey = useEffectEvent(open);

  useEffect(() => {
    if (!shortcut) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      openByKey();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [shortcut]);

  return (
    <>
      <button
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-keyshortcuts={shortcut ? "Control+K Meta+K" : undefined}
        onPointerEnter={load}
        onFocus={load}
        onClick={open}
        onBlur={() => failed && setOpen(false)}
      >
        {children}
      </button>
      {isOpen && SearchDialog && <SearchDialog words={words} onClose={() => setOpen(false)} />}
      {isOpen && failed && (
        <p className="search-unavailable" role="alert">
          The search could not be loaded. Check your connection, and open it again.
        </p>
      )}
    </>
  );
}
