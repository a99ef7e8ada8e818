import { buildSite } from "./build/build-site.ts";
import { readSettings } from "./settings.ts";
import { runCommand } from "./terminal.ts";

await runCommand(async () => {
  const { siteUrl } = await readSettings();
  await buildSite(siteUrl);
});
