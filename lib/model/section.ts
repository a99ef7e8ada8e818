/** One heading of the guide with the text under it. Answers quote sections. */
export type Section = {
  /** The page's title. */
  page: string;
  /** The heading; the page's title for what stands before the first one. */
  heading: string;
  /** Path on the site, with the heading's anchor. */
  url: string;
  blocks: Block[];
  /** The section's first listing. */
  code?: Listing;
};

/** A paragraph, or one item of a list, as Markdown. */
export type Block = { kind: "paragraph" | "item"; text: string };

export type Listing = { language: string; title?: string; text: string };

export type GuidePage = { title: string; description?: string; url: string; markdown: string };
