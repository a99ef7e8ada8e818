import { execFileSync } from "node:child_process";
import { plainEnv, root } from "../support/environment";

/** Builds the site once for all files, unless it is built. */
export default function setup() {
  execFileSync("npm", ["run", "build"], { cwd: root, env: { ...plainEnv(), SITE_URL: "" } });
}
