type TreeFile = { name: string; path: string };
export type TreeFolder = { name: string; path: string; children: TreeNode[] };
export type TreeNode = TreeFile | TreeFolder;

/**
 * The files as an editor lists them: folders first, then by name. A folder that holds nothing but one folder shares
 * its line with it. `root` is where the tree begins; paths stay whole.
 */
export function fileTree(files: string[], root: string): TreeNode[] {
  const inside = files.filter((file) => file.startsWith(`${root}/`));
  const byName = Map.groupBy(inside, (file) => file.slice(root.length + 1).split("/", 1)[0] ?? "");
  return [...byName]
    .map(([name, below]) => node(name, `${root}/${name}`, below))
    .sort((a, b) => Number(isFolder(b)) - Number(isFolder(a)) || a.name.localeCompare(b.name, "en"));
}

export const isFolder = (node: TreeNode): node is TreeFolder => "children" in node;

function node(name: string, path: string, files: string[]): TreeNode {
  if (files[0] === path) return { name, path };
  const children = fileTree(files, path);
  const [only] = children;
  if (children.length === 1 && only && isFolder(only)) return { ...only, name: `${name}/${only.name}` };
  return { name, path, children };
}
