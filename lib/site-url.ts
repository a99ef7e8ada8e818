/**
 * Where the site is served, for absolute addresses in its pages. Pages are static, so this is read at build; the
 * server itself takes its origin from `lib/env.ts`.
 */
export const siteUrl = process.env.SITE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;

export const siteName = "better-auth × assistant-ui";

export const siteDescription =
  "Gate an assistant-ui chat with better-auth and scope every thread to its user. A guide whose listings are the files that its live demos run.";
