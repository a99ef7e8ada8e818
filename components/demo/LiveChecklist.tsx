"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import type { Account } from "~/lib/checklist/client";

interface LiveChecklistProps {
  accounts: readonly Account[];
  /** What stands here until the checklist has come. */
  children: ReactNode;
}

type Panel = ComponentType<{ accounts: readonly Account[] }>;

/** Loads what runs the checks when it comes near the viewport. */
export function LiveChecklist({ accounts, children }: LiveChecklistProps) {
  const section = useRef<HTMLElement>(null);
  const [Panel, setPanel] = useState<Panel>();

  useEffect(() => {
    const observer = new IntersectionObserver(
      async ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        // Without a connection the list stays as it is, its button disabled, until the page is loaded again.
        const module = await import("./ChecklistPanel").catch(() => undefined);
        if (module) setPanel(() => module.ChecklistPanel);
      },
      { rootMargin: "200px" },
    );
    if (section.current) observer.observe(section.current);
    return () => observer.disconnect();
  }, []);

  return (
    <section ref={section} className="checklist" aria-label="Live checklist">
      {Panel ? <Panel accounts={accounts} /> : children}
    </section>
  );
}
