import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface ErrorNoteProps {
  children: ReactNode;
  /** Buttons for what the reader can do. */
  action?: ReactNode;
}

/** An error. Screen readers announce it at once, and the icon tells it without colour. */
export function ErrorNote({ children, action }: ErrorNoteProps) {
  return (
    <div
      role="alert"
      className="flex gap-2 rounded-lg border border-danger-line bg-danger-surface px-3 py-2 text-sm text-danger"
    >
      <CircleAlert aria-hidden className="mt-1 size-4 shrink-0" />
      <div className="min-w-0 grow wrap-anywhere">
        {children}
        {action && <div className="mt-2 mb-1 flex gap-2 text-ink">{action}</div>}
      </div>
    </div>
  );
}
