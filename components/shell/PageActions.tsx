"use client";

import { useCopy } from "../ui/use-copy";

const labels = { idle: "Copy as Markdown", copied: "Copied", failed: "Not copied" };

/** What a reader may take away: the page as Markdown. */
export function PageActions({ markdownUrl }: { markdownUrl: string }) {
  const { state, copy } = useCopy();
  return (
    <div className="page-actions">
      <button type="button" onClick={() => copy(fetchText(markdownUrl))}>
        <span aria-live="polite">{labels[state]}</span>
      </button>
      <a href={markdownUrl}>View as Markdown</a>
    </div>
  );
}

async function fetchText(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
