"use client";

import type { ReactNode } from "react";
import { useInView } from "../ui/use-in-view";
import { useLatePart } from "../ui/use-late-part";

/**
 * Loads what runs the checks when it comes near the viewport. Until it has come, the children stand here. Without a
 * connection that is so until the page is loaded again: the list can be read, and its button is disabled.
 */
export function LiveChecklist({ children }: { children: ReactNode }) {
  const { part: Panel, load } = useLatePart(async () => (await import("./ChecklistPanel")).ChecklistPanel);
  const section = useInView(200, load);

  return (
    <section ref={section} className="checklist" aria-label="Live checklist">
      {Panel ? <Panel /> : children}
    </section>
  );
}
