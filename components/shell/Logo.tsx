import Link from "next/link";

interface LogoProps {
  /** The colour of the line that stands for the user's id. */
  accent: string;
  size?: number;
}

/**
 * An id that runs from a cookie to a row. All that it looks like is in its attributes, because images, which know no
 * style sheet, show it too.
 */
export function Logo({ accent, size = 20 }: LogoProps) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <circle cx="4" cy="4.5" r="2.5" />
      <path d="M6.5 4.5H11a4 4 0 0 1 0 8h-.5a3 3 0 0 0-3 3H13" stroke={accent} />
      <rect x="13" y="13" width="5" height="5" rx="1" />
    </svg>
  );
}

/** The logo and the site's name, as a link to the home page. */
export function Wordmark() {
  return (
    <Link className="wordmark" href="/" prefetch={false}>
      <Logo accent="var(--user-id)" />
      <span>
        better-auth <span className="times">×</span> assistant-ui
      </span>
    </Link>
  );
}
