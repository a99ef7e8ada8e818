import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readRegions } from "../../lib/listings/regions.ts";
import { root } from "./environment.ts";

/** A block of code that a page holds itself, instead of including it. */
export interface Fence {
  language: string;
  meta: string;
  code: string;
}

/** What a page cuts from a file. */
export interface Include {
  attributes: string;
  file: string;
  region: string | undefined;
}

const folder = join(root, "content/docs");

/** The home page as its author wrote it. */
export const homePage = readFileSync(join(root, "content/home.mdx"), "utf8");

/** The pages of the guide as their authors wrote them. */
export const writtenPages = readdirSync(folder)
  .filter((name) => name.endsWith(".mdx"))
  .map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return { slug: name.replace(/\.mdx$/, ""), text, fences: fences(text), includes: includesOf(text) };
  });

function fences(text: string): Fence[] {
  return Array.from(
    text.matchAll(/^\s*```(\S+)([^\n]*)\n([\s\S]*?)^\s*```$/gm),
    ([, language, meta, code]) => ({
      language: language ?? "",
      meta: meta?.trim() ?? "",
      code: code ?? "",
    }),
  );
}

export function includesOf(text: string): Include[] {
  return Array.from(text.matchAll(/<include([^>]*)>([^<#]+)(?:#([^<]+))?<\/include>/g), (match) => ({
    attributes: match[1]?.trim() ?? "",
    file: match[2] ?? "",
    region: match[3],
  }));
}

/** What a listing of this file, or of this part of it, shows; undefined if there is no such part. */
export function listedLines(file: string, region?: string): string[] | undefined {
  const { code, regions } = readRegions(readFileSync(join(root, file), "utf8"));
  const lines = code.split("\n");
  if (!region) return lines;
  const found = regions.find(({ name }) => name === region);
  return found && lines.slice(found.start, found.end);
}
