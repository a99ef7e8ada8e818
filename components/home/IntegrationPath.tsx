import Link from "next/link";
import type { ReactNode } from "react";
import { source } from "~/lib/source";

type IntegrationPathProps = { from: string; to: string; children: ReactNode };

/** The user's id drawn as a line, from the cookie through the integration points to the rows. */
export function IntegrationPath({ from, to, children }: IntegrationPathProps) {
  return (
    <div className="id-path">
      <p className="id-path-end">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6" />
        </svg>
        {from}
      </p>
      {children}
      <p className="id-path-end">
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
    <section className="id-path-point">
      <span className="point" role="img" aria-label={`Integration point ${number}`}>
        {number}
      </span>
      {children}
      {pages.length > 0 && (
        <ul className="id-path-pages">
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
