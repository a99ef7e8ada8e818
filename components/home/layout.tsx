import Link from "next/link";
import type { ReactNode } from "react";

type Props = { children: ReactNode };

/** What the guide is, and the two ways in. */
export const Hero = ({ children }: Props) => <header className="hero">{children}</header>;

export const Actions = ({ children }: Props) => <div className="actions">{children}</div>;

type ActionProps = { href: string; primary?: boolean; children: ReactNode };

export function Action({ href, primary, children }: ActionProps) {
  return (
    <Link className={primary ? "action primary" : "action"} href={href} prefetch={false}>
      {children}
    </Link>
  );
}

/** A part of the page, with its heading. */
export const Band = ({ children }: Props) => <section className="band">{children}</section>;

export const Reasons = ({ children }: Props) => <div className="reasons">{children}</div>;

export const Reason = ({ children }: Props) => <div>{children}</div>;
