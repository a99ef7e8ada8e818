"use client";

import { useRef } from "react";
import { useCopy } from "./use-copy";

/** Copies the text of the listing that it stands in. */
export function CopyButton() {
  const button = useRef<HTMLButtonElement>(null);
  const { state, copy } = useCopy();
  const code = () => button.current?.closest("figure")?.querySelector("pre")?.textContent ?? "";

  return (
    <button ref={button} type="button" className="copy" data-state={state} onClick={() => copy(code())}>
      <span aria-live="polite">{{ idle: "Copy", copied: "Copied", failed: "Not copied" }[state]}</span>
      <span className="sr-only"> code</span>
    </button>
  );
}
