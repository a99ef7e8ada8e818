import Link from "next/link";
import type { ReactNode } from "react";
import { source } from "~/lib/source";

type ThreadProps = { from: string; to: string; children: ReactNode };

/** The guide's one idea, drawn as its mark is: the user's id as a thread from the cookie, by the points, to the rows. */
export function Thread({ from, to, children }: ThreadProps) {
  return (
    <div className="thread-line">
      <p className="thread-end">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6" />
        </svg>
        {from}
      </p>
      {children}
      <p className="thread-end">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <rect x="2" y="2" width="12" height="12" rx="2" />
        </svg>
        {to}
      </p>
    </div>
  );
}

/** One of the three integration points: why, and its code. */
export function Point({ number, children }: { number: number; children: ReactNode }) {
  const pages = source.getPages().filter((page) => page.data.point === number);
  return (
    <section className="thread-point">
      <span className="point" role="img" aria-label={`Integration point ${number}`}>
        {number}
      </span>
      {children}
      {pages.length > 0 && (
        <ul className="thread-pages">
          {pages.map((page) => (
            <li key={page.url}>
              <Link href={page.url} prefetch={false}>
                {page.data.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export const PointText = ({ children }: { children: ReactNode }) => (
  <div className="point-text">{children}</div>
);

export const PointCode = ({ children }: { children: ReactNode }) => (
  <div className="point-code">{children}</div>
);
