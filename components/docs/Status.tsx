import type { ReactNode } from "react";

type StatusProps = { children: ReactNode };

/** What a request is answered with when it may pass: told by a tick and a word as well as by colour. */
export const Allowed = ({ children }: StatusProps) => (
  <span className="status allowed">
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2.5 6.5 5 9l4.5-6" />
    </svg>
    {children}
    <span className="sr-only"> (allowed)</span>
  </span>
);

/** The same for a request that is turned away. */
export const Refused = ({ children }: StatusProps) => (
  <span className="status refused">
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.5" />
      <path d="m3 9 6-6" />
    </svg>
    {children}
    <span className="sr-only"> (refused)</span>
  </span>
);
