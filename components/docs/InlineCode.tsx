import type { ComponentProps } from "react";
import { isUserId } from "~/lib/listings/user-id";

/** Inline code. Where it names the user's id, it wears the accent. */
export function InlineCode({ children, ...props }: ComponentProps<"code">) {
  const className = typeof children === "string" && isUserId(children) ? "user-id" : undefined;
  return (
    <code className={className} {...props}>
      {children}
    </code>
  );
}
