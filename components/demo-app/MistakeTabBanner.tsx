"use client";

import { useEffect, useState } from "react";
import { findMistake } from "~/lib/mistakes/mistakes";
import { readActiveMistakes, useActiveMistakes } from "../sandbox/active-mistakes";

/** Names the active mistakes in a demo page that has a tab of its own. In a frame, the page around it does that. */
export function MistakeTabBanner() {
  const [isTab, setTab] = useState(false);
  useEffect(() => setTab(parent === window), []);
  return isTab && <Note />;
}

function Note() {
  const { on } = useActiveMistakes();
  useEffect(() => void readActiveMistakes(), []);
  const titles = on.map((name) => findMistake(name).title).join(" · ");
  return (
    <p
      role="status"
      className="pointer-events-none fixed top-1.5 left-1/2 z-50 max-w-3/5 -translate-x-1/2 truncate rounded-full border border-danger-line bg-danger-surface px-3 text-xs leading-7 text-danger empty:hidden"
    >
      {on.length > 0 && (
        <>
          Broken on purpose<span className="max-sm:sr-only">: {titles}</span>
        </>
      )}
    </p>
  );
}
