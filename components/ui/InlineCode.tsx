import { type ComponentProps, Fragment, type ReactNode } from "react";
import { isUserId } from "~/lib/listings/transformers";

/** Inline code. Where it names the user's id, it wears the accent; a path may break after a slash. */
export function InlineCode({ children, ...props }: ComponentProps<"code">) {
  if (typeof children !== "string") return <code {...props}>{children}</code>;

  const className = isUserId(children) ? "user-id" : undefined;
  const parts = children.split(/(?<=\w\/)/);
  return (
    <code className={className} {...props}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}

/** The user's id in running text, in its own colour. */
export function UserId({ children = "session.user.id" }: { children?: ReactNode }) {
  return <code className="user-id">{children}</code>;
}
