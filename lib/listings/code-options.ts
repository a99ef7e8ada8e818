import { type RehypeCodeOptions, rehypeCodeDefaultOptions } from "fumadocs-core/mdx-plugins/rehype-code";
import { highlightLines } from "./highlighted-lines";
import { shikiOptions } from "./shiki-options";

const { transformers = [], parseMetaString } = rehypeCodeDefaultOptions;

/** How listings in the guide are highlighted, at build. */
export const codeOptions: RehypeCodeOptions = {
  ...shikiOptions,
  defaultLanguage: "plaintext",
  icon: false,
  transformers: [...transformers, ...shikiOptions.transformers, highlightLines],
  parseMetaString(meta, node, tree) {
    const href = /\bhref="([^"]*)"/.exec(meta);
    return { ...parseMetaString?.(meta.replace(href?.[0] ?? "", ""), node, tree), href: href?.[1] };
  },
};
