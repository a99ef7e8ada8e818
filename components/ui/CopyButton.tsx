"use client";

import { useEffect, useRef, useState } from "react";

/** Copies the text of the listing that it stands in. */
export function CopyButton() {
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    const code = button.current?.closest("figure")?.querySelector("pre")?.textContent ?? "";
    const copied = await navigator.clipboard.writeText(code).then(
      () => "copied" as const,
      () => "failed" as const,
    );
    setState(copied);
  }

  return (
    <button ref={button} type="button" className="copy" data-state={state} onClick={copy}>
      <span aria-live="polite">{{ idle: "Copy", copied: "Copied", failed: "Not copied" }[state]}</span>
      <span className="sr-only"> code</span>
    </button>
  );
}
