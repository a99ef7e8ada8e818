"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = { href: string; match?: "page" | "section"; children: ReactNode };

/** A link that knows whether the reader is there. */
export function NavLink({ href, match = "page", children }: NavLinkProps) {
  const pathname = usePathname();
  const here = pathname === href;
  const within = match === "section" && (here || pathname.startsWith(`${href}/`));
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : within ? "true" : undefined}>
      {children}
    </Link>
  );
}
