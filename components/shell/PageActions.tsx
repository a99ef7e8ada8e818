"use client";

import { useCopy } from "../ui/use-copy";

const labels = { idle: "Copy as Markdown", copied: "Copied", failed: "Not copied" };

type PageActionsProps = { markdownUrl: string; editUrl: string | undefined };

/** What a reader may do with the page: take it away as Markdown, and edit it, where the site knows its repository. */
export function PageActions({ markdownUrl, editUrl }: PageActionsProps) {
  const { state, copy } = useCopy();
  return (
    <div className="page-actions">
      <button type="button" onClick={() => copy(fetchText(markdownUrl))}>
        <span aria-live="polite">{labels[state]}</span>
      </button>
      <a href={markdownUrl}>View as Markdown</a>
      {editUrl && <a href={editUrl}>Edit this page</a>}
    </div>
  );
}

async function fetchText(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
