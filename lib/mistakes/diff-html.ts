import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { highlightedLines } from "~/lib/listings/file-html";
import { type DiffLine, type Hunk, hunks, lineDiff, mistakeFiles } from "./diff";
import type { Mistake } from "./mistakes";

/** Lines that both files have, or the wrong file's lines and those of the right one in their place. */
interface Block<Lines> {
  isSame: boolean;
  wrong: Lines;
  right: Lines;
}

export type BlockHtml = Block<string>;

/** A mistake beside the right file. Both are highlighted as a whole, so a hunk that begins within a comment looks like one. */
export async function diffHtml(mistake: Mistake): Promise<BlockHtml[][]> {
  const files = await mistakeFiles(mistake);
  const language = mistake.file.split(".").at(-1) ?? "";
  const wrong = await highlightedLines(files.wrong, language);
  const right = await highlightedLines(files.right, language);

  return hunks(lineDiff(files.wrong, files.right)).map((hunk) =>
    blocks(hunk).map((block) => ({
      isSame: block.isSame,
      wrong: block.wrong.map((line) => lineHtml(line, wrong[Number(line.wrong) - 1])).join("\n"),
      right: block.right.map((line) => lineHtml(line, right[Number(line.right) - 1])).join("\n"),
    })),
  );
}

/** Cuts a hunk where changes begin and end. A blank line between two changes does not part them. */
export function blocks(hunk: Hunk) {
  const isChange = (line: DiffLine | undefined) => line !== undefined && line.in !== "both";
  const found: Block<DiffLine[]>[] = [];
  for (const [index, line] of hunk.entries()) {
    const isWithin = line.text === "" && isChange(hunk[index - 1]) && isChange(hunk[index + 1]);
    const isSame = !isChange(line) && !isWithin;
    let block = found.at(-1);
    if (block?.isSame !== isSame) {
      block = { isSame, wrong: [], right: [] };
      found.push(block);
    }
    if (line.in !== "right") block.wrong.push(line);
    if (line.in !== "wrong") block.right.push(line);
  }
  return found;
}

/** A line carries its indentation, at which its next rows begin where it wraps. */
function lineHtml({ text }: DiffLine, line: Element | undefined) {
  const indent = text.search(/\S|$/);
  return toHtml({
    type: "element",
    tagName: "span",
    properties: { className: ["line"], style: `--indent:${indent}` },
    children: line?.children ?? [],
  });
}
