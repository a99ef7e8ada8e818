import { type RehypeCodeOptions, rehypeCodeDefaultOptions } from "fumadocs-core/mdx-plugins/rehype-code";
import { highlightLines } from "./highlighted-lines";
import { listingTheme, tokenClasses } from "./theme";
import { markUserId } from "./user-id";

const { transformers = [], parseMetaString } = rehypeCodeDefaultOptions;

/** How listings in the guide are highlighted, at build. */
export const codeOptions: RehypeCodeOptions = {
  themes: { light: listingTheme },
  defaultColor: "light",
  defaultLanguage: "plaintext",
  icon: false,
  transformers: [...transformers, markUserId, highlightLines, tokenClasses],
  parseMetaString(meta, node, tree) {
    const href = /\bhref="([^"]*)"/.exec(meta);
    return { ...parseMetaString?.(meta.replace(href?.[0] ?? "", ""), node, tree), href: href?.[1] };
  },
};
