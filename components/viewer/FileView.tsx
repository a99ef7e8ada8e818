import Link from "next/link";
import type { ExampleFile } from "~/lib/examples/files";
import { pagesAbout } from "~/lib/guide/pages-about";
import { fileHtml } from "~/lib/listings/file-html";
import { fileUrl } from "~/lib/listings/file-url";
import { repositoryUrl } from "~/lib/site";
import { source } from "~/lib/source";
import { stepOf } from "~/lib/steps/steps";
import { FileBar } from "./FileBar";

/** One file, whole: its code with numbered lines, its named regions, and the pages of the guide that explain it. */
export async function FileView({ file }: { file: ExampleFile }) {
  const { html, lines, regions } = await fileHtml(file, "id");
  const pages = await pagesAbout(file.file);
  const owner = stepOf(file.file);
  const step = owner && source.getPage([owner.slug]);
  const cut = file.path.lastIndexOf("/") + 1;
  return (
    <div className="page file-page">
      <main id="main">
        <p className="breadcrumb">
          <Link href={fileUrl(file.example.folder)} prefetch={false}>
            {file.example.title}
          </Link>
        </p>
        <h1 className="file-title">
          <span>{file.path.slice(0, cut)}</span>
          {file.path.slice(cut)}
        </h1>
        <dl className="file-facts">
          {pages.length > 0 && (
            <div>
              <dt>Explained in</dt>
              {pages.map((page) => (
                <dd key={page.url}>
                  <Link href={page.url} prefetch={false}>
                    {page.data.title}
                  </Link>
                </dd>
              ))}
            </div>
          )}
          {step && (
            <div>
              <dt>Comes with</dt>
              <dd>
                <Link href={`${step.url}#files-of-this-step`} prefetch={false}>
                  the files of “{step.data.title}”
                </Link>
              </dd>
            </div>
          )}
          {regions.length > 0 && (
            <div>
              <dt>Parts</dt>
              {regions.map((region) => (
                <dd key={region}>
                  <a href={`#${region}`}>{region}</a>
                </dd>
              ))}
            </div>
          )}
        </dl>
        <figure className="listing file" aria-label={file.path}>
          <FileBar file={file.file} lines={lines} repository={repositoryUrl} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is interactive */}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the highlighter at build, from files of this repository */}
          <pre tabIndex={0} dangerouslySetInnerHTML={{ __html: html }} />
        </figure>
      </main>
    </div>
  );
}
