import type { ReactNode } from "react";

interface ChecklistFrameProps {
  headline: ReactNode;
  note: ReactNode;
  actions: ReactNode;
  /** What stands between the head and the list, if anything does. */
  notice?: ReactNode;
  /** The rows. */
  children: ReactNode;
}

/** The head and the list, alike before and after there is something that can run. */
export function ChecklistFrame({ headline, note, actions, notice, children }: ChecklistFrameProps) {
  return (
    <>
      <header className="checklist-head">
        <div>
          <p className="checklist-headline">{headline}</p>
          <p className="checklist-note">{note}</p>
        </div>
        <div className="checklist-actions">{actions}</div>
      </header>
      {notice}
      <ol className="checklist-rows">{children}</ol>
    </>
  );
}
