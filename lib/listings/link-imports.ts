import type { ShikiTransformer } from "shiki";
import { placedImportsIn, resolveImport } from "../examples/imports";
import { fileUrl } from "./file-url";

/** The kinds of files that import. Others, such as a README, may show an import that is none. */
const importing = /\.(?:tsx?|mjs|css)$/;

/** Makes what a file of an example imports from it links to the pages of those files. */
export function linkImports(file: string): ShikiTransformer {
  return {
    name: "link-imports",
    preprocess(code, options) {
      if (!importing.test(file)) return;
      const links = placedImportsIn(code).flatMap(({ name, start }) => {
        const imported = resolveImport(file, name);
        if (!imported) return [];
        const properties = { href: fileUrl(imported) };
        return [{ start, end: start + name.length, tagName: "a", properties, alwaysWrap: true }];
      });
      options.decorations = [...(options.decorations ?? []), ...links];
    },
  };
}
