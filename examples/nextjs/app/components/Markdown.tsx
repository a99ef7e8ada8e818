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
 * The text of an answer. HTML in it is not run, and addresses like `javascript:` are
 * dropped before they get here.
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

/**
 * Whatever its level in the answer, on this page it stands below the message's own
 * heading.
 */
function Heading({ children }: ComponentProps<"h3">) {
  return <h3>{children}</h3>;
}

/**
 * What a model links to opens beside the app, and is not told where its visitor came
 * from.
 */
function Link({ href, children }: ComponentProps<"a">) {
  if (!href) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/**
 * An image is fetched without a click, from wherever the model says: a way to carry a
 * conversation out. So, a link.
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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get there
    <section tabIndex={0} aria-label="Table" className="overflow-x-auto">
      <table className="w-full text-sm">{children}</table>
    </section>
  );
}

function Pre({ children }: ComponentProps<"pre">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get there
    <pre tabIndex={0} className="rounded-b-lg border border-t-0 border-line">
      {children}
    </pre>
  );
}
