import type { ReactNode } from "react";

type FrameErrorProps = { title: string; children: ReactNode; onRetry: () => void };

/** Stands where the demo page should be, says what is wrong, and offers another try. */
export function FrameError({ title, children, onRetry }: FrameErrorProps) {
  return (
    <div className="frame-placeholder" role="alert">
      <p>
        <strong>{title}</strong>
        {children}
      </p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
