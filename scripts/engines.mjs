import { globSync } from "node:fs";
import { findProgram, installFromDebian } from "./debian.mjs";

export const findFirefox = () => findProgram("firefox-esr") ?? findProgram("firefox");

/** WebKitGTK's own small browser. It lies beside the library, under the library's version. */
export const findMiniBrowser = () => globSync("/usr/lib/*/webkit2gtk-4.*/MiniBrowser").sort().at(-1);

/** The packages of Debian that have the two engines, and a screen for the one that needs it, as far as they are not there. */
const missing = () =>
  [
    [findFirefox(), "firefox-esr"],
    [findProgram("WebKitWebDriver") && findMiniBrowser(), "webkit2gtk-driver"],
    [findProgram("Xvfb"), "xvfb"],
  ].flatMap(([path, name]) => (path ? [] : [name]));

if (import.meta.main) {
  if (missing().length > 0) installFromDebian(missing());
  const left = missing();
  if (left.length > 0) {
    console.error(
      `The tests in other engines need ${left.join(", ")}, which could not be installed. Install what your system calls them, and run this again.`,
    );
    process.exitCode = 1;
  } else console.log(`Firefox: ${findFirefox()}, WebKit: ${findMiniBrowser()}`);
}
