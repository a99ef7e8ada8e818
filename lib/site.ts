import { env } from "./env.ts";

export const siteName = "better-auth × assistant-ui";

export const siteDescription =
  "Gate an assistant-ui chat with better-auth and scope every thread to its user. A guide whose listings are the files that its live demos run.";

/** Where the site is served, for absolute addresses in its pages. Pages are static, so they hold what it was at build. */
export const siteUrl = env.SITE_URL;

/** Stands for the site's address in texts that are written before it is known: pages, and commands to copy. */
export const sitePlaceholder = "https://SITE";

export const withSiteUrl = (text: string) => text.replaceAll(sitePlaceholder, siteUrl);

/** The repository that the site is built from, if the operator has named one. Pages hold what it was at build, too. */
export const repositoryUrl = env.REPOSITORY_URL;
