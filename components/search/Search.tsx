"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

const load = () => import("./SearchDialog");
const SearchDialog = dynamic(() => load().then((module) => module.SearchDialog), { ssr: false });

/** The button that opens the search, also with ⌘K. The dialog is fetched when the reader is about to want it. */
export function Search() {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen(true);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <>
      <button
        type="button"
        className="search-trigger"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 3 3" />
        </svg>
        <span className="label">Search</span>
        <span className="shortcut" aria-hidden="true">
          ⌘K
        </span>
      </button>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}
