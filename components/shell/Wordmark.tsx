import Link from "next/link";
import { Mark } from "./Mark";

/** The site's name, with its mark. */
export function Wordmark() {
  return (
    <Link className="wordmark" href="/" prefetch={false}>
      <Mark thread="var(--user-id)" />
      <span>
        better-auth <span className="times">×</span> assistant-ui
      </span>
    </Link>
  );
}
