"use client";

import { type ComponentType, type ReactNode, useState } from "react";
import { useInView } from "../ui/use-in-view";

/** Loads what runs the checks when it comes near the viewport. Until it has come, the children stand here. */
export function LiveChecklist({ children }: { children: ReactNode }) {
  const [Panel, setPanel] = useState<ComponentType>();

  const section = useInView(200, async () => {
    // Without a connection the list stays as it is, its button disabled, until the page is loaded again.
    const module = await import("./ChecklistPanel").catch(() => undefined);
    if (module) setPanel(() => module.ChecklistPanel);
  });

  return (
    <section ref={section} className="checklist" aria-label="Live checklist">
      {Panel ? <Panel /> : children}
    </section>
  );
}
