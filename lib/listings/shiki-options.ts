import { listingTheme, tokenClasses } from "./theme";
import { markUserId } from "./user-id";

/** How code looks on the site, in the guide's listings and in the file viewer alike. */
export const shikiOptions = {
  themes: { light: listingTheme },
  defaultColor: "light" as const,
  transformers: [markUserId, tokenClasses],
  mergeSameStyleTokens: true,
  // By default Shiki gives up on a line after half a second, which a first line takes on a busy machine.
  tokenizeTimeLimit: 0,
};
