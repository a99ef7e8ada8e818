import { useEffect, useRef } from "react";
import type { ShownFile } from "~/lib/demo/demos";
import { codeUrl } from "~/lib/sandbox/protocol/addresses";
import { useJson } from "../ui/use-json";

/** The files of the example that the demo runs, each opened at the region that matters here. */
export function CodeView({ demo }: { demo: string }) {
  const { data: files, error } = useJson<ShownFile[]>(`${codeUrl}/${demo}`);
  if (error) return <p className="inspector-empty">{error}</p>;
  if (!files) return <p className="inspector-empty">Loading…</p>;
  return (
    <div className="code-view">
      {files.map((file) => (
        <File key={file.url} file={file} />
      ))}
    </div>
  );
}

function File({ file: { path, region, url, html } }: { file: ShownFile }) {
  const code = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const part = code.current?.querySelector<HTMLElement>(`[data-region="${region}"]`);
    part?.classList.add("shown");
    // Not scrollIntoView, which would move the page as well.
    if (part && code.current) code.current.scrollTop = part.offsetTop - code.current.offsetTop - 32;
  }, [region]);
  return (
    <figure className="listing file">
      <figcaption>
        <a href={url}>{path}</a>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is interactive */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the highlighter at build, from files of this repository */}
      <pre ref={code} tabIndex={0} dangerouslySetInnerHTML={{ __html: html }} />
    </figure>
  );
}
