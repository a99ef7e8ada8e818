"use client";

import { WifiOff } from "lucide-react";
import { useOnline } from "@/lib/use-online";

/** Always in the page, so that a screen reader notices when it fills. */
export function OfflineNote() {
  const isOnline = useOnline();

  return (
    <div role="status" className="shrink-0">
      {!isOnline && (
        <p className="flex items-center gap-2 border-b border-line bg-sunken px-4 py-2 text-sm">
          <WifiOff aria-hidden className="size-4 shrink-0 text-soft" />
          You are offline. What you write stays here until you are back.
        </p>
      )}
    </div>
  );
}
