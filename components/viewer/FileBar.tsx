import { rawUrl, sourceUrl } from "~/lib/listings/file-url";
import { CopyButton } from "../ui/CopyButton";

type FileBarProps = { file: string; lines: number; repository: string | undefined };

/** What stands above a file: its length, and the ways to have it. Its source, where the site knows its repository. */
export const FileBar = ({ file, lines, repository }: FileBarProps) => (
  <figcaption>
    <span>
      {lines} {lines === 1 ? "line" : "lines"}
    </span>
    {repository && <a href={sourceUrl(repository, file)}>Source</a>}
    <a href={rawUrl(file)}>Raw</a>
    <CopyButton />
  </figcaption>
);
