/** A block of commands as a page shows it, and the heading that it stands under. */
export interface Block {
  heading: string;
  code: string;
}

const packageManagers = ["npm", "pnpm", "yarn", "bun"];

/** The blocks of shell commands of a page's Markdown, in its order. Of several tabs, the one of the package manager. */
export function commandBlocks(markdown: string, packageManager: string): Block[] {
  const blocks: Block[] = [];
  let heading = "";
  let tab: string | undefined;
  const pieces = markdown.matchAll(/^#+ (.+?)(?: \[#.*\])?$|^\*\*(.+)\*\*$|^```(\S*).*\n([\s\S]*?)^```$/gm);
  for (const [, title, label, language = "", code = ""] of pieces) {
    if (title) heading = title;
    if (label) tab = label;
    if (title || label) continue;
    const isOther = tab !== undefined && packageManagers.includes(tab) && tab !== packageManager;
    if (["sh", "bash"].includes(language) && !isOther) blocks.push({ heading, code: code.trim() });
    tab = undefined;
  }
  return blocks;
}
