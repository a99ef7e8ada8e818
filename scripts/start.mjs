import { checkPort, readSettings } from "./prepare.mjs";

const settings = await readSettings();
await checkPort(settings.env.PORT);
// Loaded only now, because these need the Node that the settings ask for.
const { buildIfNeeded } = await import("./site-build.mjs");
const { serve } = await import("./serve.mjs");
await buildIfNeeded(settings.siteUrl);
await serve(settings);
