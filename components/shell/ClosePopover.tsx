"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Closes a popover once the reader has gone where its link led. */
export function ClosePopover({ id }: { id: string }) {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page is what closes it
  useEffect(() => {
    const popover = document.getElementById(id);
    if (popover?.matches(":popover-open")) popover.hidePopover();
  }, [id, pathname]);
  return null;
}
