import Link from "next/link";

/** The site's name. Its mark is the guide's one idea: an id that runs from a cookie to a row. */
export function Wordmark() {
  return (
    <Link className="wordmark" href="/" prefetch={false}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="4" cy="4.5" r="2.5" />
        <path d="M6.5 4.5H11a4 4 0 0 1 0 8h-.5a3 3 0 0 0-3 3H13" stroke="var(--user-id)" />
        <rect x="13" y="13" width="5" height="5" rx="1" />
      </svg>
      <span>
        better-auth <span className="times">×</span> assistant-ui
      </span>
    </Link>
  );
}
