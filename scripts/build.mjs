import { readSettings } from "./prepare.mjs";

const { siteUrl } = await readSettings();
const { buildIfNeeded } = await import("./site-build.mjs");
await buildIfNeeded(siteUrl);
