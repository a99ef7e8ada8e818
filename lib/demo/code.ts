import { readFile } from "node:fs/promises";
import { fileHtml } from "~/lib/listings/file-html";
import { fileUrl } from "~/lib/listings/file-url";
import type { Demo, ShownFile } from "./demos";

/** The files that a demo runs, highlighted. Throws for a file or a region that is not there, which stops the build. */
export function demoCode({ code }: Demo): Promise<ShownFile[]> {
  return Promise.all(code.map(({ file, region }) => showFile(file, region)));
}

async function showFile(path: string, region: string | undefined): Promise<ShownFile> {
  const file = `examples/nextjs/${path}`;
  const { html, regions } = await fileHtml(await readFile(file, "utf8"), path.split(".").at(-1) ?? "");
  if (region && !regions.includes(region)) throw new Error(`${file} has no region ${region}.`);
  return {
    path,
    region: region ?? null,
    url: fileUrl(file, region),
    // Several files can be on one page, so their regions cannot be its anchors.
    html: html.replaceAll(' id="', ' data-region="'),
  };
}
