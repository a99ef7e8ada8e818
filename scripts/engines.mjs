import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The packages of Debian that have the two engines, and a screen for the one that needs it. */
const packages = ["firefox-esr", "webkit2gtk-driver", "xvfb"];

const find = (program) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));

export const findFirefox = () => find("firefox-esr") ?? find("firefox");

/** WebKitGTK's own small browser. It lies beside the library, under the library's version. */
export const findMiniBrowser = () => globSync("/usr/lib/*/webkit2gtk-4.*/MiniBrowser").sort().at(-1);

const missing = () =>
  [
    [findFirefox(), "firefox-esr"],
    [find("WebKitWebDriver") && findMiniBrowser(), "webkit2gtk-driver"],
    [find("Xvfb"), "xvfb"],
  ].flatMap(([path, name]) => (path ? [] : [name]));

if (import.meta.main) {
  if (missing().length > 0 && process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log(`No ${missing().join(", ")} here: installing Debian's.`);
    spawnSync("apt-get", ["update"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { stdio: "inherit" });
  }
  const left = missing();
  if (left.length > 0) {
    console.error(
      `The tests in other engines need ${left.join(", ")}, which could not be installed. Install what your system calls them, and run this again.`,
    );
    process.exitCode = 1;
  } else console.log(`Firefox: ${findFirefox()}, WebKit: ${findMiniBrowser()}`);
}
