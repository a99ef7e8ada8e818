import type { ReactNode } from "react";

const kinds = {
  info: "Note",
  tip: "Tip",
  warn: "Careful",
  warning: "Careful",
  error: "Wrong",
  success: "Good",
};

type CalloutProps = { type?: keyof typeof kinds; title?: ReactNode; children?: ReactNode };

/** An aside. Its kind is a word, not a colour: colour here means the user's id, or an answer's status. */
export function Callout({ type = "info", title, children }: CalloutProps) {
  return (
    <div className="callout" role="note">
      <p className="callout-title">
        <span className="callout-kind">{kinds[type]}</span>
        {title}
      </p>
      <div className="callout-body">{children}</div>
    </div>
  );
}
