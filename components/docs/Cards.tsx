import Link from "next/link";
import type { ReactNode } from "react";

export function Cards({ children }: { children: ReactNode }) {
  return <div className="cards">{children}</div>;
}

type CardProps = { title: ReactNode; description?: ReactNode; href?: string; children?: ReactNode };

export function Card({ title, description, href, children }: CardProps) {
  const body = (
    <>
      <strong>{title}</strong>
      {description && <span>{description}</span>}
      {children}
    </>
  );
  if (!href) return <div className="card">{body}</div>;
  return (
    <Link className="card" href={href} prefetch={false}>
      {body}
    </Link>
  );
}
