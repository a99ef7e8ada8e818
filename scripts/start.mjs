import { prepare } from "./prepare.mjs";

const settings = await prepare();
// Loaded only now, because these need the Node that `prepare` asks for.
const { buildIfNeeded } = await import("./build.mjs");
const { serve } = await import("./serve.mjs");
await buildIfNeeded(settings.env.SITE_URL);
await serve(settings);
