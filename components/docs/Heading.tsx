import type { ComponentProps } from "react";

type HeadingProps = ComponentProps<"h2"> & { as: "h2" | "h3" | "h4" };

/** A heading with a link to itself in the margin. */
export function Heading({ as: Tag, id, children, ...props }: HeadingProps) {
  return (
    <Tag id={id} {...props}>
      {id && (
        <a className="anchor" href={`#${id}`} aria-label="Link to this section">
          #
        </a>
      )}
      {children}
    </Tag>
  );
}
