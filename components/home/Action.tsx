import Link from "next/link";
import type { ReactNode } from "react";

type ActionProps = { href: string; primary?: boolean; children: ReactNode };

/** A way into the guide, as a button. */
export function Action({ href, primary, children }: ActionProps) {
  return (
    <Link className={primary ? "action primary" : "action"} href={href} prefetch={false}>
      {children}
    </Link>
  );
}
