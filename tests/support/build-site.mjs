import { buildIfNeeded } from "../../scripts/build.mjs";

await buildIfNeeded("http://localhost:3000");
