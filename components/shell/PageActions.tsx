"use client";

import { useState } from "react";

/** What a reader may take away: the page as Markdown. */
export function PageActions({ markdownUrl }: { markdownUrl: string }) {
  const [label, setLabel] = useState("Copy as Markdown");

  async function copy() {
    try {
      // The promise goes into the clipboard item, because Safari forgets the click while a fetch is awaited.
      const text = fetch(markdownUrl).then((response) => {
        if (!response.ok) throw new Error(`${markdownUrl} answered ${response.status}`);
        return response.blob();
      });
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text.then(asPlainText) })]);
      setLabel("Copied");
    } catch {
      setLabel("Not copied");
    }
    setTimeout(() => setLabel("Copy as Markdown"), 2000);
  }

  return (
    <div className="page-actions">
      <button type="button" onClick={copy}>
        <span aria-live="polite">{label}</span>
      </button>
      <a href={markdownUrl}>View as Markdown</a>
    </div>
  );
}

const asPlainText = (blob: Blob) => new Blob([blob], { type: "text/plain" });
