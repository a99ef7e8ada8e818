import { type RehypeCodeOptions, rehypeCodeDefaultOptions } from "fumadocs-core/mdx-plugins/rehype-code";
import { highlightLines, listingTheme, markUserId, tokenClasses } from "./transformers";

/** How code looks on the site, in the guide's listings and in the file viewer alike. */
export const shikiOptions = {
  themes: { light: listingTheme },
  defaultColor: "light" as const,
  transformers: [markUserId, tokenClasses],
  mergeSameStyleTokens: true,
  // By default Shiki gives up on a line after half a second, which a first line takes on a busy machine.
  tokenizeTimeLimit: 0,
};

const { transformers = [], parseMetaString } = rehypeCodeDefaultOptions;

/** How listings in the guide are highlighted, at build. */
export const codeOptions: RehypeCodeOptions = {
  ...shikiOptions,
  defaultLanguage: "plaintext",
  icon: false,
  transformers: [...transformers, ...shikiOptions.transformers, highlightLines],
  // What it returns becomes the listing's properties. fumadocs reads the title; `href` is the site's own.
  parseMetaString(meta, node, tree) {
    const href = /\bhref="([^"]*)"/.exec(meta);
    return { ...parseMetaString?.(meta.replace(href?.[0] ?? "", ""), node, tree), href: href?.[1] };
  },
};
