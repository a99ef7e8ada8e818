import { buildSite } from "./build/build-site.ts";
import { serve } from "./index.ts";
import { checkPort } from "./port.ts";
import { readSettings } from "./settings.ts";
import { runCommand } from "./terminal.ts";

await runCommand(async () => {
  const settings = await readSettings();
  await checkPort(settings.env.PORT);
  await buildSite(settings.inPages);
  await serve(settings);
});
