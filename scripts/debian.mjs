import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a program is: on the PATH, or in one of these folders. */
export const findProgram = (name, ...folders) =>
  [...(process.env.PATH ?? "").split(delimiter), ...folders]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Installs Debian's packages, where that may be done. Whether it worked shows in what is there afterwards. */
export function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  console.log(`Installing Debian's ${packages.join(", ")}.`);
  spawnSync("apt-get", ["update"], { stdio: "inherit" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { stdio: "inherit" });
}

/** Installs a proxy if there is none, and says where it is. Without one the process ends with 1. */
export function provideProxy(name, find, debianPackage) {
  if (!find()) installFromDebian([debianPackage]);
  const path = find();
  if (path) return console.log(`${name}: ${path}`);
  console.error(
    `The tests of a proxy in front need ${name}, and none could be installed. Install ${name}, and run this again.`,
  );
  process.exitCode = 1;
}
