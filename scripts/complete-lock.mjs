import { readFileSync, writeFileSync } from "node:fs";

/**
 * Packages with native parts depend, optionally, on one package for each platform. A registry that holds only some of
 * them leaves the others out of the lock file, and `npm ci` then calls the file out of date, on every platform. This
 * adds what is left out: enough for npm to know that a package is for another platform, or to ask for it on its own.
 *
 *     node scripts/complete-lock.mjs package-lock.json examples/nextjs/package-lock.json
 */
function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    const siblings = Object.keys(optionalDependencies).map((name) => find(packages, path, name));
    const sibling = siblings.find((found) => found !== undefined);
    if (!sibling) continue;
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const platform = platformOf(name);
      if (find(packages, path, name) || !platform || !/^\d/.test(version)) continue;
      const { dev, optional, license, engines } = packages[sibling.path];
      const { cpu, libc, os } = platform;
      packages[sibling.folder + name] = { version, cpu, dev, libc, license, optional, os, engines };
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** Where npm would look for a package from `path`: beside it, then in every folder above. */
function find(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf("/node_modules/"), 0))) {
    const folder = at === "" ? "node_modules/" : `${at}/node_modules/`;
    if (packages[folder + name]) return { folder, path: folder + name };
    if (at === "") return undefined;
  }
}

const systems = ["android", "darwin", "freebsd", "linux", "win32", "openharmony"];
const processors = ["arm64", "arm", "x64", "ia32", "wasm32", "riscv64", "ppc64", "s390x"];

/** What a platform package's name says it is for, in the fields that npm reads. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!cpu) return undefined;
  const libc = ["musl", "gnu"].find((word) => name.includes(word))?.replace("gnu", "glibc");
  return { cpu: [cpu], libc: os === "linux" && libc ? [libc] : undefined, os: os && [os] };
}

for (const file of process.argv.slice(2)) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const complete = completeLock(lock);
  const added = Object.keys(complete.packages).filter((path) => !lock.packages[path]);
  writeFileSync(file, `${JSON.stringify(complete, null, 2)}\n`);
  console.log(`${file}: ${added.length} added${added.map((path) => `\n  ${path}`).join("")}`);
}
