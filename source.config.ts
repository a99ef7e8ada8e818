import { defineConfig, defineDocs } from "fumadocs-mdx/config";
import { codeOptions } from "./lib/listings/code-options";
import { remarkListings } from "./lib/listings/remark-listings";

export const docs = defineDocs({
  dir: "content/docs",
  docs: { postprocess: { includeProcessedMarkdown: { output: "function" }, extractLinkReferences: true } },
});

export default defineConfig({
  mdxOptions: {
    // First, before adjacent fences become tabs: a listing's title is also its tab's.
    remarkPlugins: (plugins) => [remarkListings, ...plugins],
    rehypeCodeOptions: codeOptions,
    remarkNpmOptions: { persist: { id: "package-manager" } },
  },
});
