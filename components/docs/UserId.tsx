import type { ReactNode } from "react";

/** The user's id in running text, in its own colour. */
export function UserId({ children = "session.user.id" }: { children?: ReactNode }) {
  return <code className="user-id">{children}</code>;
}
