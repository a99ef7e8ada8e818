import { pageSchema } from "fumadocs-core/source/schema";
import { defineCollections, defineConfig, defineDocs } from "fumadocs-mdx/config";
import { z } from "zod";
import { examples } from "./lib/examples/files";
import { codeOptions } from "./lib/listings/code-options";
import { rehypeListingHtml } from "./lib/listings/rehype-listing-html";
import { remarkListings } from "./lib/listings/remark-listings";

export const docs = defineDocs({
  dir: "content/docs",
  docs: {
    schema: pageSchema.extend({
      /** Which of the three integration points the page explains; the sidebar shows the number. */
      point: z.number().int().min(1).max(3).optional(),
    }),
    postprocess: { includeProcessedMarkdown: { output: "function" }, extractLinkReferences: true },
  },
});

/** The home page's text. */
export const home = defineCollections({
  type: "doc",
  dir: "content",
  files: ["home.mdx"],
  schema: pageSchema,
});

/** What each example says of itself: the first page of its files. */
export const readmes = defineCollections({
  type: "doc",
  dir: "examples",
  files: examples.map(({ folder }) => `${folder.replace("examples/", "")}/README.md`),
  schema: z.object({}),
});

export default defineConfig({
  mdxOptions: {
    // First, before adjacent fences become tabs: a listing's title is also its tab's.
    remarkPlugins: (plugins) => [remarkListings, ...plugins],
    rehypePlugins: [rehypeListingHtml],
    rehypeCodeOptions: codeOptions,
    remarkNpmOptions: { persist: { id: "package-manager" } },
  },
});
