import { readExampleFile } from "~/lib/examples/files";
import { fileHtml } from "~/lib/listings/file-html";
import { fileUrl } from "~/lib/listings/file-url";
import type { Demo, ShownFile } from "./demos";

/** The files that a demo runs, highlighted. Throws for a file or a region that is not there, which stops the build. */
export function demoCode({ code }: Demo): Promise<ShownFile[]> {
  return Promise.all(code.map(({ file, region }) => showFile(file, region)));
}

async function showFile(path: string, region: string | undefined): Promise<ShownFile> {
  const file = readExampleFile(`examples/nextjs/${path}`);
  if (!file) throw new Error(`examples/nextjs/${path} is not there.`);
  const { html, regions } = await fileHtml(file, "dataRegion");
  if (region && !regions.includes(region)) throw new Error(`${file.file} has no region ${region}.`);
  return { path, region: region ?? null, url: fileUrl(file.file, region), html };
}
