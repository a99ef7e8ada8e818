import { readmes } from "collections/server";
import Link from "next/link";
import type { ComponentProps } from "react";
import type { Example } from "~/lib/examples/files";
import { exampleFiles } from "~/lib/examples/files";
import { fileUrl } from "~/lib/listings/file-url";
import { mdxComponents } from "../mdx-components";
import { Toc } from "../shell/Toc";
import { InlineCode } from "../ui/InlineCode";

/** The README of an example, as a page. */
export function ExampleReadme({ example: { folder } }: { example: Example }) {
  const readme = readmes.find(({ info }) => `examples/${info.path}` === `${folder}/README.md`);
  if (!readme) throw new Error(`${folder} has no README.md`);
  const { body: Body, toc } = readme;
  const sections = toc.filter(({ depth }) => depth > 1);
  return (
    <div className="page">
      <main id="main">
        <p className="breadcrumb">
          <code>{folder}</code>
        </p>
        <div className="prose readme">
          <Body
            components={{
              ...mdxComponents,
              h1: Title,
              code: (props) => <FileName folder={folder} {...props} />,
            }}
          />
        </div>
      </main>
      <Toc items={sections} />
    </div>
  );
}

const Title = (props: ComponentProps<"h1">) => <h1 className="title" {...props} />;

/** Inline code. Where it names a file of the example, it leads there. */
function FileName({ folder, ...props }: ComponentProps<"code"> & { folder: string }) {
  const file = `${folder}/${props.children}`;
  if (!exampleFiles().includes(file)) return <InlineCode {...props} />;
  return (
    <Link href={fileUrl(file)} prefetch={false}>
      <InlineCode {...props} />
    </Link>
  );
}
