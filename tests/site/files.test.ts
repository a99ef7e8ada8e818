import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { exampleFiles, examples } from "~/lib/examples/files";
import { fileUrl, rawUrl } from "~/lib/listings/file-url";
import { readRegions } from "~/lib/listings/regions";
import { steps } from "~/lib/steps/steps";
import { root } from "../support/environment.ts";
import { textOf } from "./text-of.ts";

const site = inject("addresses").site;
const read = (file: string) => readFile(join(root, file), "utf8");

async function get(path: string) {
  const response = await fetch(site + path);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

describe.each(exampleFiles())("%s", (file) => {
  test("has a page that shows it, with an anchor at each region", async () => {
    const { code, regions } = readRegions(await read(file));
    const { status, html } = await get(fileUrl(file));

    expect(status).toBe(200);
    expect(textOf(html, "pre").trimEnd()).toBe(code.trimEnd());
    for (const { name } of regions) expect(html).toContain(`id="${name}"`);
  });

  test("is given as text that no browser runs, byte for byte but for its region markers", async () => {
    const response = await fetch(site + rawUrl(file));
    const text = await read(file);
    const { code, regions } = readRegions(text);

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toBe(regions.length > 0 ? `${code}\n` : text);
  });
});

test.each(steps)("a file that $slug brings leads to its files and their command", async ({ slug, files }) => {
  for (const path of Object.keys(files)) {
    const { html } = await get(fileUrl(`examples/nextjs/${path}`));
    expect(html, path).toContain(`href="/docs/${slug}#files-of-this-step"`);
  }
});

test.each(examples)("$folder opens with its README, and lists every file", async ({ folder }) => {
  const { status, html } = await get(fileUrl(folder));
  const [, title] = /^# (.*)$/m.exec(await read(`${folder}/README.md`)) ?? [];

  expect(status).toBe(200);
  expect(textOf(html, "h1")).toBe(title);
  // Folders are closed, not left out.
  const files = exampleFiles().filter((file) => file.startsWith(`${folder}/`));
  expect(files.filter((file) => !html.includes(`href="${fileUrl(file)}"`))).toEqual([]);
});

test.each([
  fileUrl("examples/nextjs/package-lock.json"),
  rawUrl("examples/nextjs/package-lock.json"),
  fileUrl("examples/nextjs/app/api/missing/route.ts"),
  rawUrl("examples/nextjs/.env"),
  "/raw/examples/nextjs/..%2f..%2fpackage.json",
])("%s is not there", async (path) => {
  expect((await get(path)).status).toBe(404);
});
