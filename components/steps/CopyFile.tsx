"use client";

import { useCopy } from "../ui/use-copy";

/** Copies a whole file, which is loaded when it is asked for. */
export function CopyFile({ path, url }: { path: string; url: string }) {
  const { state, copy } = useCopy();
  return (
    <button type="button" className="copy-file" data-state={state} onClick={() => copy(load(url))}>
      <span aria-live="polite">{{ idle: "Copy", copied: "Copied", failed: "Not copied" }[state]}</span>
      <span className="sr-only"> {path}</span>
    </button>
  );
}

async function load(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
