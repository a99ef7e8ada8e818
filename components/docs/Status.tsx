import type { ReactNode } from "react";

type StatusProps = { children: ReactNode };

/** What a request is answered with when it may pass: told by a tick and a word as well as by colour. */
export function Allowed({ children }: StatusProps) {
  return (
    <span className="status allowed">
      <Tick />
      {children}
      <span className="sr-only"> (allowed)</span>
    </span>
  );
}

/** The same for a request that is turned away. */
export function Refused({ children }: StatusProps) {
  return (
    <span className="status refused">
      <Bar />
      {children}
      <span className="sr-only"> (refused)</span>
    </span>
  );
}

const Tick = () => (
  <svg viewBox="0 0 12 12" aria-hidden="true">
    <path d="M2.5 6.5 5 9l4.5-6" />
  </svg>
);

const Bar = () => (
  <svg viewBox="0 0 12 12" aria-hidden="true">
    <circle cx="6" cy="6" r="4.5" />
    <path d="m3 9 6-6" />
  </svg>
);
