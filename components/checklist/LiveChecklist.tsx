"use client";

import { type ComponentType, type ReactNode, useState } from "react";
import type { Account } from "~/lib/checks/page/page-transport";
import { useInView } from "../ui/use-in-view";

interface LiveChecklistProps {
  accounts: readonly Account[];
  /** What stands here until the checklist has come. */
  children: ReactNode;
}

type Panel = ComponentType<{ accounts: readonly Account[] }>;

/** Loads what runs the checks when it comes near the viewport. */
export function LiveChecklist({ accounts, children }: LiveChecklistProps) {
  const [Panel, setPanel] = useState<Panel>();

  const section = useInView(200, async () => {
    // Without a connection the list stays as it is, its button disabled, until the page is loaded again.
    const module = await import("./ChecklistPanel").catch(() => undefined);
    if (module) setPanel(() => module.ChecklistPanel);
  });

  return (
    <section ref={section} className="checklist" aria-label="Live checklist">
      {Panel ? <Panel accounts={accounts} /> : children}
    </section>
  );
}
