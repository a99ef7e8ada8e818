import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

// The shell is Chromium without its windows, and takes two thirds of the time.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium that is on this machine: the one that CHROMIUM_PATH names, Playwright's own, or the system's. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file. Correct it or unset it.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...places].find((path) => existsSync(path));
}

/** Tries Playwright's own, then Debian's. `findBrowser` tells whether one worked. */
function installBrowser() {
  const isRoot = process.getuid?.() === 0;
  console.log("No Chromium here: installing Playwright's.");
  // Root can install its system libraries too, without a password.
  run("playwright", ["install", ...(isRoot ? ["--with-deps"] : []), "chromium"]);
  if (findBrowser()) return;

  if (isRoot && existsSync("/etc/debian_version")) {
    console.log("That did not work: installing Debian's.");
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "chromium-headless-shell"]);
    if (!findBrowser()) run("apt-get", ["install", "-y", "chromium"]);
  }
}

function run(command, args) {
  spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
}

if (import.meta.main) {
  try {
    if (!findBrowser()) installBrowser();
    const path = findBrowser();
    if (!path) {
      throw new Error(
        "The browser tests need Chromium, and none could be installed. " +
          "Install Chromium or Chrome, or set CHROMIUM_PATH to where one is, and run this again.",
      );
    }
    console.log(`Browser: ${path}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
