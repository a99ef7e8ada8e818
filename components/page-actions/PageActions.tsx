"use client";

import { useSyncExternalStore } from "react";
import { useCopy } from "../ui/use-copy";
import { assistants } from "./assistants";

type PageActionsProps = {
  markdownUrl: string;
  editUrl: string | undefined;
  /** What to tell a coding agent, in the pieces between which the site's address belongs. */
  prompt: string[];
};

/** What a reader may do with the page: take it away as Markdown, hand it to an agent, and edit it. */
export function PageActions({ markdownUrl, editUrl, prompt }: PageActionsProps) {
  // A page is built before anybody knows the address of its site.
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => "",
  );
  const text = prompt.join(origin);
  return (
    <div className="page-actions">
      <CopyAction text={() => fetchText(markdownUrl)}>Copy as Markdown</CopyAction>
      <a href={markdownUrl}>View as Markdown</a>
      <CopyAction text={() => text}>Copy prompt</CopyAction>
      <details className="open-in">
        <summary>Open in…</summary>
        <ul>
          {assistants.map(({ name, url }) => (
            <li key={name}>
              <a href={url(encodeURIComponent(text))} target="_blank" rel="noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </details>
      {editUrl && <a href={editUrl}>Edit this page</a>}
    </div>
  );
}

function CopyAction({ text, children }: { text: () => string | Promise<string>; children: string }) {
  const { state, copy } = useCopy();
  return (
    <button type="button" onClick={() => copy(text())}>
      <span aria-live="polite">{{ idle: children, copied: "Copied", failed: "Not copied" }[state]}</span>
    </button>
  );
}

const never = () => () => {};

async function fetchText(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
