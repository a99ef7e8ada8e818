/** The header in which a page asks the site to change its own request, where a browser does not let it. */
export const pretendHeader = "x-demo-pretend";

export const pretences = [
  /** The browser's cookies are left out. */
  "no-cookie",
  /** They come with values that nobody has signed. */
  "forged-cookie",
  /** The page of another site sends it. */
  "foreign-origin",
  /** The browser drops nothing, whatever the answer tells it to. */
  "keep-cookies",
] as const;

export type Pretence = (typeof pretences)[number];
