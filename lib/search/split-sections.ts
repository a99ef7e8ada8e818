/** One heading of the guide with the text under it. Answers quote sections. */
export type Section = {
  /** The page's title. */
  page: string;
  /** The heading. The text before the first one has the page's title. */
  heading: string;
  /** Path on the site, with the heading's anchor. */
  url: string;
  blocks: Block[];
  /** The section's first listing. */
  code?: { language: string; title?: string; text: string };
  /** The texts of its further listings. */
  moreCode?: string[];
};

/** A paragraph, or one item of a list, as Markdown. */
export type Block = { kind: "paragraph" | "item"; text: string };

type GuidePage = { title: string; description?: string; url: string; markdown: string };

const heading = /^#{1,6} (?<text>.+?)(?: \[#(?<anchor>[^\]]+)\])?$/;
const fence = /^(?<indent>\s*)(?<marks>`{3,})(?<info>[^`]*)$/;
const item = /^\s*(?:[*+-]|\d+[.)]) +(?<text>\S.*)$/;
const tag = /^\s*<\/?[A-Za-z]/;

/**
 * Cuts a page at its headings. `markdown` is the page as fumadocs-mdx processed it: included files are fences, and
 * every heading ends in its anchor, `## Heading [#anchor]`.
 */
export function splitSections({ title, description, url, markdown }: GuidePage): Section[] {
  const introduction: Section = { page: title, heading: title, url, blocks: [] };
  if (description) introduction.blocks.push({ kind: "paragraph", text: description });
  const sections = [introduction];
  let section = introduction;
  let open: Block | undefined;

  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const fenced = fence.exec(line)?.groups;
    if (fenced) {
      const { listing, end } = readListing(lines, at, fenced);
      if (section.code) section.moreCode = [...(section.moreCode ?? []), listing.text];
      else section.code = listing;
      at = end;
      open = undefined;
      continue;
    }
    const headed = heading.exec(line)?.groups;
    if (headed?.text) {
      section = {
        page: title,
        heading: headed.text,
        url: headed.anchor ? `${url}#${headed.anchor}` : url,
        blocks: [],
      };
      sections.push(section);
      open = undefined;
      continue;
    }
    if (line.trim() === "" || tag.test(line)) {
      open = undefined;
      continue;
    }
    const text = siteLinks(line.trim(), url);
    const listed = item.exec(text)?.groups?.text;
    if (text.startsWith("|")) open = tableRow(text, lines[at + 1]);
    else if (listed) open = { kind: "item", text: listed };
    else if (open) {
      open.text += ` ${text}`;
      continue;
    } else open = { kind: "paragraph", text };
    if (open) section.blocks.push(open);
  }
  return sections.filter(({ blocks, code }) => blocks.length > 0 || code);
}

function readListing(lines: string[], start: number, fenced: Record<string, string>) {
  const { indent = "", marks = "```", info = "" } = fenced;
  let end = start + 1;
  while (end < lines.length && lines[end]?.trim() !== marks) end++;
  const text = lines
    .slice(start + 1, end)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join("\n")
    .trimEnd();
  const language = info.trim().split(/\s/)[0] ?? "";
  return { listing: { language, title: /title="([^"]+)"/.exec(info)?.[1], text }, end };
}

/** A row reads as "first cell: the others". The header and the rule beneath it say nothing by themselves. */
function tableRow(line: string, next: string | undefined): Block | undefined {
  const rule = /^\s*\|[\s:|-]+\|\s*$/;
  if (rule.test(line) || rule.test(next ?? "")) return undefined;
  const [first = "", ...others] = line
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  return { kind: "item", text: others.length > 0 ? `${first}: ${others.join("; ")}` : first };
}

/** A link to an anchor of its own page must name the page once it is quoted elsewhere. */
function siteLinks(line: string, url: string): string {
  return line.replaceAll("](#", `](${url}#`);
}
