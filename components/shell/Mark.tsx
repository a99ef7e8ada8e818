type MarkProps = { thread: string; size?: number };

/** The guide's one idea: an id that runs from a cookie to a row. Its attributes are its own, for it is drawn in images too. */
export function Mark({ thread, size = 20 }: MarkProps) {
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
      <path d="M6.5 4.5H11a4 4 0 0 1 0 8h-.5a3 3 0 0 0-3 3H13" stroke={thread} />
      <rect x="13" y="13" width="5" height="5" rx="1" />
    </svg>
  );
}
