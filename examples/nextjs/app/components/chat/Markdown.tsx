import { MarkdownTextPrimitive } from "@assistant-ui/react-markdown";
import { ExternalLink } from "lucide-react";
import type { ComponentProps } from "react";
import remarkGfm from "remark-gfm";
import { CodeHeader } from "./CodeHeader";

const plugins = [remarkGfm];

const components = {
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  a: Link,
  img: Image,
  table: Table,
  pre: Pre,
  CodeHeader,
};

/**
 * The text of an answer. The primitive renders no HTML and drops addresses such as
 * `javascript:`.
 */
export function Markdown() {
  return (
    <MarkdownTextPrimitive
      remarkPlugins={plugins}
      components={components}
      className="prose"
    />
  );
}

/** Any heading of an answer is an `h3`, below the `h2` of its message. */
function Heading({ children }: ComponentProps<"h3">) {
  return <h3>{children}</h3>;
}

/** Opens in a new tab, and does not tell the other site where the reader comes from. */
function Link({ href, children }: ComponentProps<"a">) {
  if (!href) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/**
 * A link instead of the image. The browser fetches an image without a click, and the
 * address that the model writes could carry the conversation to another server.
 */
function Image({ src, alt }: ComponentProps<"img">) {
  if (typeof src !== "string") return alt;
  return (
    <Link href={src}>
      {alt || src} <ExternalLink aria-hidden className="inline size-3.5" />
    </Link>
  );
}

function Table({ children }: ComponentProps<"table">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section tabIndex={0} aria-label="Table" className="overflow-x-auto">
      <table className="w-full text-sm">{children}</table>
    </section>
  );
}

function Pre({ children }: ComponentProps<"pre">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <pre tabIndex={0} className="rounded-b-lg border border-t-0 border-line">
      {children}
    </pre>
  );
}
