"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useState } from "react";

const load = () => import("./SearchDialog");
const SearchDialog = dynamic(() => load().then((module) => module.SearchDialog), { ssr: false });

type SearchProps = {
  /** The words that the search begins with. */
  words?: string;
  /** Opens on Ctrl+K and ⌘K. One search of a page has the shortcut. */
  shortcut?: boolean;
  className?: string;
  children: ReactNode;
};

/** A button that opens the search. The dialog loads when the pointer or the focus reaches the button. */
export function Search({ words, shortcut, className, children }: SearchProps) {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!shortcut) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen(true);
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
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open && <SearchDialog words={words} onClose={() => setOpen(false)} />}
    </>
  );
}
