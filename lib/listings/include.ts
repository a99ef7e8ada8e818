export interface Include {
  /** A path from the root of the repository. */
  file: string;
  region?: string;
}

const specifier = /^\s*([^<#\s]+)(?:#([\w-]+))?\s*$/;

/** Reads what stands in fumadocs-mdx's `<include>`: a file, or one of its regions. Undefined if it is neither. */
export function parseInclude(text: string): Include | undefined {
  const [, file, region] = specifier.exec(text) ?? [];
  return file === undefined ? undefined : { file, region };
}

/** The files that the source of a page includes, in its order. */
export function includesIn(source: string): Include[] {
  const texts = Array.from(source.matchAll(/<include[^<>]*>([^<]*)<\/include>/g), ([, text = ""]) => text);
  return texts.flatMap((text) => parseInclude(text) ?? []);
}
