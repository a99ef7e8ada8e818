/** What a reader types to verify an app on their machine, from the site at this address. */
export const verifierCommand = (site: string) =>
  `curl -fsS ${site}/verify.mjs | node - http://localhost:3000`;
