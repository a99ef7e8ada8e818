"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { isFolder, type TreeFolder, type TreeNode } from "~/lib/examples/tree";
import { fileUrl } from "~/lib/listings/file-url";

/** Files and folders. A folder is open if the reader opened it, or if the current file is in it. */
export function FileTree({ nodes }: { nodes: TreeNode[] }) {
  // A browser keeps the address as it was typed, so what is compared is decoded.
  const here = decodeURIComponent(usePathname()).slice(1);
  return (
    <ul className="file-tree">
      {nodes.map((node) => (
        <li key={node.path}>
          {isFolder(node) ? (
            <Folder folder={node} here={here} />
          ) : (
            <Link
              href={fileUrl(node.path)}
              prefetch={false}
              aria-current={node.path === here ? "page" : undefined}
            >
              {node.name}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function Folder({ folder, here }: { folder: TreeFolder; here: string }) {
  const within = here.startsWith(`${folder.path}/`);
  const [open, setOpen] = useState(within);
  const [wasWithin, setWasWithin] = useState(within);
  if (within !== wasWithin) {
    setWasWithin(within);
    setOpen(open || within);
  }
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{folder.name}</summary>
      <FileTree nodes={folder.children} />
    </details>
  );
}
