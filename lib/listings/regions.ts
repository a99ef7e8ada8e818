/** `// #region gate`, also `--` in SQL, `#` in shell and `<!-- -->` in Markdown, as fumadocs-mdx's `<include>` reads them. */
const MARKER = /^\s*(?:\/\/|--|#|<!--|\/\*)\s*#(end)?region\b\s*([\w-]*)\s*(?:-->|\*\/)?\s*$/;

/** A named part of a file, in lines of the file without its markers; `end` is exclusive. */
export type Region = { name: string; start: number; end: number };

/** The file without its region markers, and where the regions are in what remains. */
export function readRegions(text: string): { code: string; regions: Region[] } {
  const lines: string[] = [];
  const open: Region[] = [];
  const regions: Region[] = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const marker = MARKER.exec(line);
    if (!marker) {
      lines.push(line);
      continue;
    }
    if (marker[1]) {
      const closed = open.pop();
      if (closed) regions.push({ ...closed, end: lines.length });
    } else {
      open.push({ name: marker[2] ?? "", start: lines.length, end: lines.length });
    }
  }
  if (open.length > 0)
    throw new Error(`#region ${open.map((region) => region.name).join(", ")} is never closed`);
  return { code: lines.join("\n"), regions };
}

/** The file as a reader takes it home: without its region markers, and ending as it ends. */
export const withoutMarkers = (text: string) => readRegions(text).code + (text.endsWith("\n") ? "\n" : "");
