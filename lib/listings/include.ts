/** fumadocs-mdx's `<include>` of a file, or of one of its regions. */
const INCLUDE = /<include[^>]*>\s*([^<#\s]+)(?:#([\w-]+))?\s*<\/include>/g;

export type Include = { file: string; region?: string };

/** What the source of a page includes, in its order. */
export function includesIn(source: string): Include[] {
  return Array.from(source.matchAll(INCLUDE), ([, file = "", region]) => ({ file, region }));
}
