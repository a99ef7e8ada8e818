"use client";

import { useDocsSearch } from "fumadocs-core/search/client";
import { fetchClient } from "fumadocs-core/search/client/fetch";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { SearchResult } from "~/lib/search/search-result";
import { SearchIcon } from "../ui/icons";

const client = fetchClient({ api: "/api/search" });

/** The search over the guide: a field and its list of results, as a native dialog. */
export function SearchDialog({ words = "", onClose }: { words?: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const router = useRouter();
  const { search, setSearch, query } = useDocsSearch({ client });
  const [active, setActive] = useState(0);
  const answer = query.data === "empty" ? undefined : query.data;
  // What the site's own search answers has more than fumadocs knows of.
  const results = (query.error ? [] : (answer ?? [])) as SearchResult[];
  const optionId = (index: number) => `${list}-${index}`;

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => setSearch(words), [setSearch, words]);
  // After each render, because the active place stays when its result is another one.
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
  });

  function go(result: SearchResult | undefined) {
    if (!result) return;
    dialog.current?.close();
    router.push(result.url);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length > 0) setActive((active + step + results.length) % results.length);
    else if (event.key === "Enter") go(results[active]);
    else return;
    event.preventDefault();
  }

  function status() {
    if (search.trim() === "") return "Type to search pages, headings, text and code.";
    if (query.error)
      return refusalIn(query.error) ?? "The search did not answer. Change the words to try again.";
    if (results[0]?.isNear) return "Nothing has these words. These headings are like them.";
    if (results.length > 0) return `${results.length} ${results.length === 1 ? "result" : "results"}`;
    return answer && !query.isLoading ? "Nothing in the guide matches these words." : "Searching…";
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the backdrop is a shortcut of the pointer's; Escape closes for the keyboard
    <dialog
      ref={dialog}
      className="search-dialog"
      aria-label="Search the guide"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="search-field">
        <SearchIcon />
        <input
          role="combobox"
          aria-label="Search the guide"
          aria-expanded={results.length > 0}
          aria-controls={list}
          aria-activedescendant={results.length > 0 ? optionId(active) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="Search the guide"
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <div id={list} role="listbox" aria-label="Results" className="search-results">
        {results.map((result, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns the list takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
          <div
            key={result.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            onPointerMove={() => setActive(index)}
            onClick={() => go(result)}
          >
            <p className="search-place">{result.breadcrumbs.join(" › ")}</p>
            {result.content && (
              <p className="search-words">
                <HighlightedMatch text={result.content} />
              </p>
            )}
          </div>
        ))}
      </div>
      <p className="search-status" role="status">
        {status()}
      </p>
    </dialog>
  );
}

/** What the search says of a refusal: the client throws the answer's text. */
function refusalIn({ message }: Error): string | undefined {
  try {
    return JSON.parse(message).message;
  } catch {
    return undefined;
  }
}

/** What a result shows of its text. What matched is in `<mark>`. */
function HighlightedMatch({ text }: { text: string }) {
  return text.split(/<\/?mark>/).map((part, index) =>
    // Every second part stood inside a mark. The parts never move, so the index is a stable key.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  );
}
