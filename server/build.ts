import { buildSite } from "./build/build-site.ts";
import { readSettings } from "./settings.ts";
import { runCommand } from "./terminal.ts";

await runCommand(async () => {
  const { inPages } = await readSettings();
  await buildSite(inPages);
});
