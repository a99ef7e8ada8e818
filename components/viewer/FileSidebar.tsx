import { exampleFiles, examples } from "~/lib/examples/files";
import { fileTree } from "~/lib/examples/tree";
import { fileUrl } from "~/lib/listings/file-url";
import { ClosePopover } from "../shell/ClosePopover";
import { NavLink } from "../shell/NavLink";
import { FileTree } from "./FileTree";

/** The id by which the header's button opens the files on a phone. */
export const fileSidebarId = "files";

/** All files of all examples, as a tree. */
export function FileSidebar() {
  const files = exampleFiles();
  return (
    <nav id={fileSidebarId} className="sidebar file-sidebar" popover="auto" aria-label="Files">
      <ClosePopover id={fileSidebarId} />
      {examples.map(({ folder, title }) => (
        <section key={folder}>
          <h2>{title}</h2>
          <ul>
            <li>
              <NavLink href={fileUrl(folder)}>About</NavLink>
            </li>
          </ul>
          <FileTree nodes={fileTree(files, folder)} />
        </section>
      ))}
    </nav>
  );
}
