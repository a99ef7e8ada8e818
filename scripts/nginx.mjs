import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The nginx of this machine. Debian keeps it where only root's PATH leads. */
export function findNginx() {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "nginx")).find((path) => existsSync(path));
}

if (import.meta.main) {
  if (!findNginx() && process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("No nginx here: installing Debian's.");
    spawnSync("apt-get", ["update"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "nginx-light"], { stdio: "inherit" });
  }
  const path = findNginx();
  if (path) console.log(`nginx: ${path}`);
  else {
    console.error(
      "The tests of a proxy in front need nginx, and none could be installed. Install nginx, and run this again.",
    );
    process.exitCode = 1;
  }
}
