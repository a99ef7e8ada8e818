import {
  remarkStructureDefaultOptions,
  type StructureOptions,
} from "fumadocs-core/mdx-plugins/remark-structure";

/** Has the search know the guide's listings as well as its text: each is one entry, with its code as it stands. */
export const indexListings: StructureOptions = {
  types: [...(remarkStructureDefaultOptions.types as string[]), "code"],
  stringify: { handlers: { code: (node: { value: string }) => node.value } },
};
