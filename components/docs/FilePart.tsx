"use client";

import { useRef, useState } from "react";
import { CopyButton } from "../ui/CopyButton";
import { Chevron } from "../ui/icons";
import { ListingBar } from "./ListingBar";

type FilePartProps = { html: string; title: string; href: string };

/** A listing that is a part of a file. It opens the whole file around the part, which is loaded only then. */
export function FilePart({ html, title, href }: FilePartProps) {
  const figure = useRef<HTMLElement>(null);
  const [whole, setWhole] = useState<string>();
  const [label, setLabel] = useState("Whole file");

  async function toggle() {
    setLabel("Loading…");
    try {
      const { keepPartInPlace, loadWholeFile } = await import("./whole-file");
      const next = whole ? undefined : await loadWholeFile(href, html);
      keepPartInPlace(figure.current, () => {
        setWhole(next);
        setLabel("Whole file");
      });
    } catch {
      setLabel(navigator.onLine ? "Not loaded. Try again" : "Offline. Try again");
    }
  }

  return (
    <figure ref={figure} className="listing" aria-label={title} data-whole={whole && true}>
      <ListingBar title={title} href={href}>
        <button type="button" className="whole-file" aria-expanded={Boolean(whole)} onClick={toggle}>
          <Chevron />
          <span aria-live="polite">{label}</span>
          <span className="sr-only"> {title}</span>
        </button>
        <noscript>
          <a className="whole-file" href={href}>
            Whole file<span className="sr-only"> {title}</span>
          </a>
        </noscript>
        <CopyButton />
      </ListingBar>
      {/* In the tab order, because a long line scrolls sideways and the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is interactive */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the highlighter at build, from files of this repository */}
      <pre tabIndex={0} dangerouslySetInnerHTML={{ __html: whole ?? html }} />
    </figure>
  );
}
