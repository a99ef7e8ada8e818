import { startSite } from "../site.ts";

const serve = `
  import { serve } from "./server/index.ts";
  import { readSettings } from "./server/settings.ts";
  await serve(await readSettings());
`;

/** The site as it is built, whatever address it is served under: a build is made for one, and takes a minute. */
export const startBuiltSite = (env: Record<string, string>) =>
  startSite(env, [process.execPath, "--input-type=module", "--eval", serve]);
